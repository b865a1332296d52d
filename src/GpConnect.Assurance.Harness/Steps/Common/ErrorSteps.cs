using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Errors: the status, and an OperationOutcome with the Spine code (development_fhir_error_handling_guidance).</summary>
[Binding]
public sealed class ErrorSteps(Consumer consumer, CheckRecorder checks, OperationOutcomeChecks outcome)
{
    [Then(@"the response is the error (\d{3}) ([A-Z_]+(?: DENIED)?)")]
    public void ThenTheResponseIsTheError(int status, string code)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check($"the request is answered with {status} {code}") { Expected = $"{status} OperationOutcome {code}", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(status, "the response came as {0}", answer.Summary);
                answer.SpineErrorCodes.Should().Contain(code, "the OperationOutcome must give the Spine code");
            });
        outcome.Make(answer);
    }

    [Then("the diagnostics name \"(.+)\"")]
    public void ThenTheDiagnosticsName(string word)
    {
        var diagnostics = Diagnostics();
        checks.That(
            new Check($"the diagnostics name {word}")
            {
                Location = "OperationOutcome.issue.diagnostics",
                Expected = $"a text with {word}",
                Actual = diagnostics.Count == 0 ? "no diagnostics" : string.Join(" | ", diagnostics),
            },
            () => diagnostics.Should().Contain(text => text.Contains(word, StringComparison.OrdinalIgnoreCase), "whoever reads them must know what was wrong"));
    }

    [Then("the response has diagnostics")]
    public void ThenTheResponseHasDiagnostics()
    {
        var diagnostics = Diagnostics();
        checks.That(
            new Check("the error comes with diagnostics") { Location = "OperationOutcome.issue.diagnostics", Expected = "a text", Actual = consumer.Latest.Summary },
            () => diagnostics.Should().Contain(text => !string.IsNullOrWhiteSpace(text), "diagnostics say what was wrong"));
    }

    private List<string> Diagnostics() =>
        [.. consumer.Latest.Resources("OperationOutcome")
            .SelectMany(one => one.ChildrenNamed("issue").ToArray())
            .Select(issue => issue.Child("diagnostics").Value)
            .OfType<string>()];
}
