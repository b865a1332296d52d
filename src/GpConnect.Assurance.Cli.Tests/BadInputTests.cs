using System.Net;
using System.Net.Sockets;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>One clear sentence, the right exit code, and nothing lost that was done before.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run --tarte x", "'--tarte'")]
    [InlineData("walk", "'walk'")]
    [InlineData("run --parallel 0", "--parallel needs a whole number from 1 to 256.")]
    [InlineData("run --parallel many", "'many'")]
    [InlineData("run --config /nonexistent", "/nonexistent")]
    [InlineData("run --pack cardiology", "There is no pack 'cardiology': --pack takes one of")]
    [InlineData("run --tags (@a", "at character 4: a closing parenthesis is missing.")]
    [InlineData("run --name NoScenarioHasThisName", "No scenario fits")]
    [InlineData("run --features /no/such/folder", "The features folder '/no/such/folder' does not exist")]
    [InlineData("run --steps /no/such/file.dll", "The step assembly '/no/such/file.dll' does not exist")]
    [InlineData("run --target provider.example", "--target is \"provider.example\"; write an absolute http or https URL")]
    [InlineData("run --target ftp://provider.example/x", "--target is \"ftp://provider.example/x\"")]
    [InlineData("run --profiles /no/such/profiles", "/no/such/profiles")]
    [InlineData("validate /no/such/file.json", "/no/such/file.json")]
    [InlineData("validate", "INPUT")]
    [InlineData("provider --port 70000", "--port needs a number from 0 to 65535.")]
    public async Task A_wrong_command_line_gets_one_sentence_and_exit_code_2(string arguments, string says)
    {
        var tool = await Tool.Run(arguments.Split(' '));
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain(says);
        tool.Error.Trim().Should().NotContain("\n", "one sentence is said, no stack trace").And.NotContain("   at ");
    }

    [Fact]
    public async Task Bad_YAML_is_told_with_line_and_column()
    {
        var config = _folder.Write("assurance.yaml", "testData:\n  patients: [\n");
        var tool = await Tool.Run("run", "--config", config);
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("assurance.yaml").And.MatchRegex(@"\b[23]\D{1,12}\d+");
    }

    [Fact]
    public async Task A_configuration_without_a_provider_does_not_quietly_test_the_reference_provider()
    {
        var config = _folder.Write("assurance.yaml", "{}");
        var tool = await Tool.Run("run", "--config", config);
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("names no provider");
    }

    [Fact]
    public async Task An_output_folder_that_holds_something_is_left_alone()
    {
        _folder.Write("evidence/precious.txt", "keep");
        var tool = await Tool.Run("run", "--output", _folder["evidence"], "--name", "capability");
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("not empty");
        Directory.EnumerateFileSystemEntries(_folder["evidence"]).Should().ContainSingle();
    }

    [Fact]
    public async Task A_text_file_to_validate_is_said_to_be_neither_JSON_nor_XML()
    {
        var tool = await Tool.Run("validate", _folder.Write("note.txt", "Dear provider"));
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("neither JSON nor XML");
    }

    [Fact]
    public async Task An_unreachable_target_is_exit_code_3_with_one_sentence_and_evidence_that_says_so()
    {
        var tool = await Tool.Run("run", "--target", "http://127.0.0.1:9/x", "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(3);
        tool.Error.Trim().Should().Contain("http://127.0.0.1:9/x").And.NotContain("\n");
        RunEvidence.Open(_folder["evidence"]).Run.Should().Match<RunRecord>(run => run.ExitCode == 3 && run.InterruptedBecause != null);
    }

    [Fact]
    public async Task A_target_that_fails_the_TLS_handshake_is_exit_code_3()
    {
        using var server = new OneLineServer("this is not TLS");
        var tool = await Tool.Run("run", "--target", server.Url.Replace("http:", "https:", StringComparison.Ordinal), "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(3);
        tool.Error.Trim().Should().Contain("TLS").And.NotContain("\n");
    }

    [Fact]
    public async Task A_target_that_says_nothing_is_exit_code_3()
    {
        using var server = new OneLineServer("");
        var tool = await Tool.Run("run", "--target", server.Url, "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(3);
        tool.Error.Trim().Should().NotContain("\n").And.NotBeEmpty();
    }

    [Fact]
    public async Task A_target_that_answers_HTML_fails_every_scenario_it_answers()
    {
        const string Html = "<html><script>alert(1)</script></html>";
        using var server = new OneLineServer($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {Html.Length}\r\nConnection: close\r\n\r\n{Html}");
        var tool = await Tool.Run("run", "--target", server.Url, "--output", _folder["evidence"], "--pack", "foundations");
        tool.ExitCode.Should().Be(1);
        RunEvidence.Open(_folder["evidence"]).Scenarios().Select(scenario => scenario.Verdict).Should()
            .Contain(Verdict.Fail).And.OnlyContain(verdict => verdict == Verdict.Fail || verdict == Verdict.Skip);
    }

    /// <summary>Answers every connection with the same bytes.</summary>
    private sealed class OneLineServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly byte[] _answer;

        public OneLineServer(string answer)
        {
            _answer = System.Text.Encoding.ASCII.GetBytes(answer);
            _listener.Start();
            _ = AnswerAsync();
        }

        public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/GPC001/STU3/1/gpconnect";

        public void Dispose() => _listener.Dispose();

        private async Task AnswerAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var stream = client.GetStream();
                    _ = await stream.ReadAsync(new byte[16 * 1024]);
                    await stream.WriteAsync(_answer);
                    client.Client.Shutdown(SocketShutdown.Send);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
