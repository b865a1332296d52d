using GpConnect.Assurance.Cli.Tests.Validate;
using GpConnect.Assurance.Evidence;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>
/// <c>run --terminology</c>: a server decides codes of the provider's responses that the definitions cannot, here the type of a patient's registration, whose value
/// set has been given a filter that nobody here can evaluate.
/// </summary>
public sealed class RunTerminologyTests : IDisposable
{
    private const string ValueSet = "https://fhir.nhs.uk/STU3/ValueSet/CareConnect-RegistrationType-1";

    private readonly TemporaryFolder _folder = new();

    public RunTerminologyTests() => _folder.Write("definitions/registration-type.json", $$"""
        {
          "resourceType": "ValueSet", "url": "{{ValueSet}}", "status": "active",
          "compose": { "include": [{ "system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-RegistrationType-1", "filter": [{ "property": "concept", "op": "in", "value": "somewhere" }] }] }
        }
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_code_that_the_server_knows_passes_and_is_asked_once_for_the_whole_run()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: true);

        var tool = await RunAsync(server.Url);

        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        server.Asked.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.OnlyContain(asked => asked.Contains(Uri.EscapeDataString(ValueSet), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_that_the_server_rules_out_fails_the_provider()
    {
        await using var server = await FakeTerminologyServer.Saying(isMember: false);

        var tool = await RunAsync(server.Url);

        tool.ExitCode.Should().Be(1, tool.Out + tool.Error);
        FailedChecks().Should().Contain(actual => actual.Contains("code-not-in-value-set", StringComparison.Ordinal) && actual.Contains(ValueSet, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_fails_fails_no_provider()
    {
        await using var server = await FakeTerminologyServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync("out of order");
        });

        var tool = await RunAsync(server.Url);

        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        server.Asked.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_server_named_by_no_URL_is_refused()
    {
        var tool = await Tool.Run("run", "--terminology", "nowhere", "--output", _folder["evidence"]);

        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("--terminology");
    }

    private Task<Tool> RunAsync(string server) => Tool.Run(
        "run", "--tags", "@GPC-FND-078", "--profiles", _folder["definitions"], "--terminology", server, "--output", _folder["evidence"]);

    private IEnumerable<string> FailedChecks() => RunEvidence.Open(_folder["evidence"]).Scenarios()
        .SelectMany(scenario => scenario.Checks)
        .Where(check => check.Verdict == Verdict.Fail)
        .Select(check => check.ToString());
}
