using GpConnect.Assurance.Validation;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>A terminology server decides what definitions cannot, and none of its faults becomes one of the document.</summary>
public sealed class TerminologyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TerminologyTests() => Documents.WriteDefinitions(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_server_the_code_is_not_checked()
    {
        var tool = await Tool.Run(Arguments());
        tool.ExitCode.Should().Be(0, tool.Out);
        tool.Out.Should().Contain("information code-not-checked").And.Contain("cannot be decided from the definitions carried");
    }

    [Fact]
    public async Task A_code_that_the_server_knows_is_right()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: true);
        var tool = await Tool.Run(Arguments("--terminology", server.Url));
        tool.ExitCode.Should().Be(0);
        tool.Out.Should().NotContain("code-");
        server.Asked.Should().Equal("/fhir/ValueSet/$validate-code?url=http%3A%2F%2Fcodes.example%2Fset&system=http%3A%2F%2Fcodes.example&code=apple");
    }

    [Fact]
    public async Task A_code_that_the_server_rules_out_is_an_error()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: false);
        var tool = await Tool.Run(Arguments("--terminology", server.Url + "/"));
        tool.ExitCode.Should().Be(1);
        tool.Out.Should().Contain("error code-not-in-value-set");
    }

    [Fact]
    public async Task The_same_question_is_asked_once()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: true);
        var line = Documents.Undecided.ReplaceLineEndings(" ");
        var file = _folder.Write("many.ndjson", string.Join('\n', Enumerable.Repeat(line, 200)));
        var tool = await Tool.Run("validate", file, "--profiles", _folder["definitions"], "--terminology", server.Url, "--jobs", "4");
        tool.ExitCode.Should().Be(0, tool.Out);
        server.Asked.Should().ContainSingle();
    }

    [Theory]
    [InlineData(500, "{}", "answered with status 500")]
    [InlineData(404, """{"resourceType":"OperationOutcome"}""", "answered with status 404")]
    [InlineData(302, "", "answered with status 302")]
    [InlineData(200, "<html/>", "no Parameters resource with a boolean result")]
    [InlineData(200, """{"resourceType":"Parameters","parameter":[{"name":"result","valueString":"true"}]}""", "no Parameters resource with a boolean result")]
    [InlineData(200, """{"resourceType":"Parameters"}""", "no Parameters resource with a boolean result")]
    public async Task An_answer_that_says_nothing_leaves_the_code_not_checked(int status, string body, string says)
    {
        await using var server = await FakeTerminologyServer.Answering(status, body);
        var tool = await Tool.Run(Arguments("--terminology", server.Url));
        tool.ExitCode.Should().Be(0, tool.Out);
        tool.Out.Should().Contain("information code-not-checked").And.Contain(says);
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_the_code_not_checked()
    {
        var tool = await Tool.Run(Arguments("--terminology", "http://127.0.0.1:9/fhir"));
        tool.ExitCode.Should().Be(0, tool.Out);
        tool.Out.Should().Contain("the terminology server cannot be asked (ConnectionError)");
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_cut_off_by_its_size()
    {
        await using var server = await FakeTerminologyServer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string(' ', 1000));
            }
        });
        using var client = new TerminologyServer(server.Url, new TerminologyLimits { MaxAnswerBytes = 10_000 });
        client.ValidateCode("http://v", "http://s", "c").Reason.Should().Be("the terminology server's answer is longer than 10000 bytes");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        await using var server = await FakeTerminologyServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var client = new TerminologyServer(server.Url, new TerminologyLimits { Timeout = TimeSpan.FromMilliseconds(50), MaxFailuresInARow = 3 });
        var reasons = Enumerable.Range(0, 6).Select(i => client.ValidateCode("http://v", "http://s", $"{i}").Reason).ToList();
        reasons.Take(3).Should().OnlyContain(reason => reason == "the terminology server did not answer within 0.1 s");
        reasons.Skip(3).Should().OnlyContain(reason => reason == "the terminology server failed 3 times in a row and is not asked any more");
        client.Questions.Should().Be(3);
    }

    [Fact]
    public async Task No_more_questions_are_asked_than_allowed_but_answers_are_remembered()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: true);
        using var client = new TerminologyServer(server.Url, new TerminologyLimits { MaxQuestions = 2 });
        var answers = Enumerable.Range(0, 4).Select(i => client.ValidateCode("http://v", "http://s", $"{i}").IsMember).ToList();
        answers.Should().Equal(true, true, null, null);
        client.ValidateCode("http://v", "http://s", "0").IsMember.Should().BeTrue();
        server.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task All_answers_together_take_no_longer_than_allowed()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: true);
        using var client = new TerminologyServer(server.Url, new TerminologyLimits { TotalTime = TimeSpan.Zero });
        client.ValidateCode("http://v", "http://s", "c").Reason.Should().Contain("altogether");
        server.Asked.Should().BeEmpty();
    }

    private string[] Arguments(params string[] more) => ["validate", _folder.Write("a.json", Documents.Undecided), "--profiles", _folder["definitions"], .. more];
}
