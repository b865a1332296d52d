using System.Text.Json.Nodes;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Tests.Steps;

namespace GpConnect.Assurance.Harness.Tests.Checks;

/// <summary>What every OperationOutcome is held against, whichever error it tells of.</summary>
public sealed class OperationOutcomeChecksTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Refused = """
        Given a consumer
        When it searches for a patient by the NHS number "1"
        Then the response is the error 400 INVALID_NHS_NUMBER
        """;

    [Theory]
    [InlineData("profile", "GPC-API-145", Verdict.Fail)]
    [InlineData("severity", "GPC-API-146", Verdict.Fail)]
    [InlineData("type", "GPC-API-147", Verdict.Fail)]
    [InlineData("system", "GPC-API-148", Verdict.Fail)]
    [InlineData("display", "GPC-API-149", Verdict.Fail)]
    [InlineData("diagnostics", "GPC-API-150", Verdict.Warn)]
    public async Task Each_part_of_it_that_is_wrong_is_seen(string part, string requirement, Verdict verdict)
    {
        var sound = await bench.RunAsync(Refused);
        var wrong = await bench.RunAsync(Refused, (_, response) => Spoil(part, response.Resource!));
        sound.Checks.Should().NotContain(check => check.Verdict >= verdict && check.Requirements.Any(one => one.Id == requirement), sound.Why);
        wrong.Checks.Should().Contain(check => check.Verdict == verdict && check.Requirements.Any(one => one.Id == requirement), wrong.Why);
    }

    private static void Spoil(string part, JsonObject resource)
    {
        if (resource["issue"]?[0] is not JsonObject issue)
        {
            return;
        }

        var coding = issue["details"]!["coding"]![0]!;
        switch (part)
        {
            case "profile":
                resource.Remove("meta");
                break;
            case "severity":
                issue["severity"] = "warning";
                break;
            case "type":
                issue["code"] = "throttled";
                break;
            case "system":
                coding["system"] = "https://example.org/codes";
                break;
            case "display":
                coding["display"] = "Something else";
                break;
            default:
                issue.Remove("diagnostics");
                break;
        }
    }
}
