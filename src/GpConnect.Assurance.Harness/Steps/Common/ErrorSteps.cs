using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Errors: the status, and an OperationOutcome with the Spine code (development_fhir_error_handling_guidance).</summary>
[Binding]
public sealed class ErrorSteps(Consumer consumer, CheckRecorder checks)
{
    [Then("the response is the error (\\d{3}) ([A-Z_]+(?: DENIED)?)")]
    public void ThenTheResponseIsTheError(int status, string code)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check($"the request is answered with {status} {code}") { Expected = $"{status} OperationOutcome {code}", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(status, "the response came as {0}", answer.Summary);
                Codes(answer).Should().Contain(code, "the OperationOutcome must give the Spine code");
            });
        CheckOutcome(answer, code);
    }

    /// <summary>Accepts each reading that the specification allows, and says which one the provider took.</summary>
    [Then("the response is one of these errors:")]
    public void ThenTheResponseIsOneOf(Table readings)
    {
        var answer = consumer.Latest;
        var allowed = readings.Rows.Select(row => new Reading(int.Parse(row["status"]), row["code"])).ToList();
        var taken = allowed.Find(reading => reading.Fits(answer, Codes(answer)));
        var check = new Check("the request is refused in one of the ways that the specification allows")
        {
            Expected = string.Join(" or ", allowed),
            Actual = answer.Summary,
        };
        if (taken is null)
        {
            checks.Fail(check, $"The response is none of those allowed: {answer.Summary}.");
            return;
        }

        checks.Pass(check);
        checks.Inform(check, $"Of the readings allowed the provider takes: {taken}.");
        if (taken.Code.Length > 0)
        {
            CheckOutcome(answer, taken.Code);
        }
    }

    private void CheckOutcome(Answer answer, string code)
    {
        if (answer.ResourceType != "OperationOutcome")
        {
            checks.Fail(
                new Check("an error carries an OperationOutcome") { Requirements = ["GPC-API-145"], Expected = "OperationOutcome", Actual = answer.Summary },
                $"The body of an error must be an OperationOutcome, but the response is {answer.Summary}.");
            return;
        }

        var outcome = answer.Document!.Root;
        CheckProfile(outcome);
        var issues = new List<FhirNode>();
        foreach (var issue in outcome.ChildrenNamed("issue"))
        {
            issues.Add(issue);
        }

        CheckValues("each issue has the severity error", "GPC-API-146", issues, ["error"], issue => issue.Child("severity"));
        if (SpineErrors.Find(code) is { } error)
        {
            CheckValues($"each issue has the type that goes with {code}", "GPC-API-147", issues, error.IssueTypes, issue => issue.Child("code"));
            CheckValues($"each issue has the display of {code}", "GPC-API-149", issues, error.Displays, issue => Coding(issue).Child("display"));
        }

        CheckValues(
            "each issue's code is from the Spine code system",
            "GPC-API-148",
            issues,
            [SpineErrors.CodeSystem, SpineErrors.CodeSystemInExamples],
            issue => Coding(issue).Child("system"));
        CheckDiagnostics(answer, issues);
    }

    private void CheckProfile(FhirNode outcome)
    {
        var profiles = new List<string?>();
        foreach (var profile in outcome.Child("meta").ChildrenNamed("profile"))
        {
            profiles.Add(profile.Value);
        }

        checks.That(
            new Check("the OperationOutcome declares its GP Connect profile")
            {
                Requirements = ["GPC-API-145"],
                Location = "OperationOutcome.meta.profile",
                Expected = ResourceProfiles.OperationOutcome,
                Actual = profiles.Count == 0 ? "none" : string.Join(", ", profiles),
            },
            () => profiles.Should().Contain(ResourceProfiles.OperationOutcome, "an error's OperationOutcome declares it"));
    }

    private void CheckValues(string title, string requirement, List<FhirNode> issues, IReadOnlyList<string> allowed, Func<FhirNode, FhirNode> element)
    {
        var values = issues.ConvertAll(issue => element(issue).Value);
        var first = issues.Select(element).FirstOrDefault(node => !node.IsNone);
        checks.That(
            new Check(title)
            {
                Requirements = [requirement],
                Location = first.IsNone ? "OperationOutcome.issue" : first.Path,
                Line = first.IsNone ? null : first.Line,
                Column = first.IsNone ? null : first.Column,
                Expected = string.Join(" or ", allowed),
                Actual = values.Count == 0 ? "no issue" : string.Join(", ", values.Select(value => value ?? "nothing")),
            },
            () => values.Should().NotBeEmpty("an OperationOutcome has an issue")
                .And.OnlyContain(value => value != null && allowed.Contains(value), "only {0} is right", string.Join(" or ", allowed)));
    }

    private void CheckDiagnostics(Answer answer, List<FhirNode> issues)
    {
        var requirement = answer.Response.Status == 422 ? "GPC-API-172" : "GPC-API-150";
        checks.That(
            new Check("each issue has diagnostics") { Requirements = [requirement], Location = "OperationOutcome.issue.diagnostics", Expected = "a text" },
            () => issues.Should().OnlyContain(issue => !string.IsNullOrWhiteSpace(issue.Child("diagnostics").Value), "diagnostics say what was wrong"));
    }

    private static FhirNode Coding(FhirNode issue) => issue.Child("details").Child("coding");

    private static List<string> Codes(Answer answer)
    {
        var codes = new List<string>();
        if (answer.ResourceType != "OperationOutcome")
        {
            return codes;
        }

        foreach (var issue in answer.Document!.Root.ChildrenNamed("issue"))
        {
            codes.Add(Coding(issue).Child("code").Value ?? "");
        }

        return codes;
    }

    /// <summary>A status and a Spine code; an empty code for an answer that need not have one.</summary>
    private sealed record Reading(int Status, string Code)
    {
        public bool Fits(Answer answer, List<string> codes) => answer.Response.Status == Status && (Code.Length == 0 || codes.Contains(Code));

        public override string ToString() => Code.Length == 0 ? $"{Status}" : $"{Status} {Code}";
    }
}
