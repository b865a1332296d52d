using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Steps.Foundations;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Errors: the status, and an OperationOutcome with the Spine code (development_fhir_error_handling_guidance).</summary>
[Binding]
public sealed partial class ErrorSteps(Consumer consumer, CheckRecorder checks, OperationOutcomeChecks outcome, SoundTwin twin, TestPatients patients)
{
    /// <summary>Values shorter than this ("true", "male") stand in many a sentence by chance.</summary>
    private const int ShortestTelling = 5;

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
        twin.MustBeAnswered();
    }

    /// <summary>That there are diagnostics can be told for certain, that they are clear cannot: other words than those known are a warning.</summary>
    [Then("the diagnostics name \"(.+)\"")]
    public void ThenTheDiagnosticsName(string element) => CheckWords($"name {element}", text => FieldWords.AreIn(text, element));

    /// <summary>In whichever words: other than those known are a warning.</summary>
    [Then("the diagnostics speak of the past")]
    public void ThenTheDiagnosticsSpeakOfThePast() => CheckWords("speak of the past", text => Past().IsMatch(text));

    [Then("the response has diagnostics")]
    public void ThenTheResponseHasDiagnostics()
    {
        var diagnostics = Diagnostics();
        checks.That(
            new Check("the error comes with diagnostics") { Location = "OperationOutcome.issue.diagnostics", Expected = "a text", Actual = consumer.Latest.Summary },
            () => diagnostics.Should().Contain(text => !string.IsNullOrWhiteSpace(text), "diagnostics say what was wrong"));
    }

    /// <summary>
    /// A date other than one of these days can only be somebody's: of birth, of death, of an entry. Nor may anything stand there that the
    /// test data tells of the patient, but for what the request named itself.
    /// </summary>
    [Then("the diagnostics tell nothing of the patient \"(.+)\"")]
    public void ThenTheDiagnosticsTellNothingOf(string role)
    {
        var diagnostics = string.Join(" | ", Diagnostics());
        var asked = consumer.Latest.Exchange.Request.Url;
        var known = patients.Patient(role).Expected.Values
            .Where(value => value.Length >= ShortestTelling && !asked.Contains(value, StringComparison.OrdinalIgnoreCase));
        var told = Dates().Matches(diagnostics).Select(date => date.Value).Where(date => !IsOfTheseDays(date))
            .Concat(known.Where(value => diagnostics.Contains(value, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        checks.That(
            new Check($"the diagnostics tell nothing of the patient \"{role}\"")
            {
                Location = "OperationOutcome.issue.diagnostics",
                Expected = "nothing from the record",
                Actual = diagnostics.Length == 0 ? consumer.Latest.Summary : diagnostics,
            },
            () => told.Should().BeEmpty("an error must not disclose what the record holds"));
    }

    private void CheckWords(string what, Func<string, bool> areIn)
    {
        var diagnostics = Diagnostics();
        var check = new Check($"the diagnostics {what}")
        {
            Location = "OperationOutcome.issue.diagnostics",
            Expected = $"diagnostics that {what}",
            Actual = diagnostics.Count == 0 ? "no diagnostics" : string.Join(" | ", diagnostics),
        };
        if (diagnostics.Exists(text => !string.IsNullOrWhiteSpace(text)) && !diagnostics.Exists(text => areIn(text)))
        {
            checks.Warn(check, $"The diagnostics do not {what} in words that are known here; read whether they say what was wrong.");
            return;
        }

        checks.That(check, () => diagnostics.Should().Contain(text => areIn(text), "whoever reads them must know what was wrong"));
    }

    private bool IsOfTheseDays(string date) =>
        DateTime.TryParse(date, out var day) && Math.Abs((day - consumer.Run.Clock.GetUtcNow().UtcDateTime).TotalDays) < 2;

    private List<string> Diagnostics() =>
        [.. consumer.Latest.Resources("OperationOutcome")
            .SelectMany(one => one.ChildrenNamed("issue").ToArray())
            .Select(issue => issue.Child("diagnostics").Value)
            .OfType<string>()];

    [GeneratedRegex("past|before|earlier|prior|previous|histor|today|future|elapsed|over", RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")]
    private static partial Regex Dates();
}
