using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Checks;

/// <summary>What the body of an error must be, whichever error it is (development_fhir_error_handling_guidance).</summary>
public sealed class OperationOutcomeChecks(CheckRecorder checks)
{
    private const int MostShown = 5;
    private static readonly List<string> KnownCodes = [.. SpineErrors.All.Select(error => error.Code), .. SpineErrors.OtherCodes];

    /// <summary>
    /// Checks that an OperationOutcome is one of GP Connect and that each of its issues is filled in as its own code asks. That there is
    /// one at all is a standing check.
    /// </summary>
    public void Make(Answer answer)
    {
        if (answer.ResourceType != "OperationOutcome")
        {
            return;
        }

        var outcome = answer.Document!.Root;
        CheckProfile(outcome);
        var issues = outcome.ChildrenNamed("issue").ToArray();
        CheckValues("each issue has the severity error", "GPC-API-146", issues, issue => issue.Child("severity"), _ => ["error"]);
        if (!ErrorStatuses.HaveNoRow(answer.Response.Status))
        {
            CheckCodes(issues);
        }

        CheckDiagnostics(answer.Response.Status, issues);
    }

    private void CheckProfile(FhirNode outcome)
    {
        var profiles = outcome.Child("meta").ChildrenNamed("profile").ToArray().Select(profile => profile.Value ?? "").ToList();
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

    private void CheckCodes(FhirNode[] issues)
    {
        CheckValues(
            "each issue's code is from the Spine code system",
            "GPC-API-148",
            issues,
            issue => Coding(issue).Child("system"),
            _ => [SpineErrors.CodeSystem, SpineErrors.CodeSystemInExamples]);
        CheckValues("each issue's code is one of the Spine code set", "GPC-API-148", issues, issue => Coding(issue).Child("code"), _ => KnownCodes);
        CheckValues("each issue has the type that goes with its code", "GPC-API-147", issues, issue => issue.Child("code"), issue => ErrorOf(issue)?.IssueTypes);
        CheckValues("each issue has the display that goes with its code", "GPC-API-149", issues, issue => Coding(issue).Child("display"), issue => ErrorOf(issue)?.Displays);
        if (issues.Any(issue => Coding(issue).Child("system").Value == SpineErrors.CodeSystemInExamples))
        {
            checks.Warn(
                new Check("each issue's code is from the Spine code system")
                {
                    Requirements = ["GPC-API-148"],
                    Expected = SpineErrors.CodeSystem,
                    Actual = SpineErrors.CodeSystemInExamples,
                },
                "The system is that of the 1.2.9 examples, the address of the value set; later releases give that of the code system.");
        }
    }

    /// <param name="title">The sentence for the report.</param>
    /// <param name="requirement">The requirement proved.</param>
    /// <param name="issues">The issues looked at.</param>
    /// <param name="element">The element of an issue.</param>
    /// <param name="allowed">The values that are right for an issue; null where any value is.</param>
    private void CheckValues(
        string title, string requirement, FhirNode[] issues, Func<FhirNode, FhirNode> element, Func<FhirNode, IReadOnlyList<string>?> allowed)
    {
        var wrong = issues.Where(issue => !IsAllowed(element(issue).Value, allowed(issue))).ToList();
        var shown = wrong.Count > 0 ? wrong[0] : issues.FirstOrDefault();
        var place = element(shown).IsNone ? shown : element(shown);
        var expected = shown.IsNone ? null : allowed(shown);
        var check = new Check(title)
        {
            Requirements = [requirement],
            Location = place.IsNone ? "OperationOutcome.issue" : place.Path,
            Line = place.IsNone ? null : place.Line,
            Column = place.IsNone ? null : place.Column,
            Expected = expected switch { null => "a value", { Count: > MostShown } => $"one of the {expected.Count} codes", _ => string.Join(" or ", expected) },
            Actual = issues.Length == 0 ? "no issue" : string.Join(", ", issues.Select(issue => element(issue).Value ?? "nothing")),
        };
        checks.That(check, () =>
        {
            issues.Should().NotBeEmpty("an OperationOutcome has an issue");
            wrong.Should().BeEmpty("only {0} is right", check.Expected);
        });
    }

    private void CheckDiagnostics(int status, FhirNode[] issues) => checks.That(
        new Check("each issue has diagnostics")
        {
            Requirements = [status switch { 422 => "GPC-API-172", 500 => "GPC-API-173", _ => "GPC-API-150" }],
            Location = "OperationOutcome.issue.diagnostics",
            Expected = "a text",
        },
        () => issues.Should().NotContain(issue => string.IsNullOrWhiteSpace(issue.Child("diagnostics").Value), "diagnostics say what was wrong"));

    private static bool IsAllowed(string? value, IReadOnlyList<string>? allowed) => value is not null && allowed?.Contains(value) != false;

    private static SpineError? ErrorOf(FhirNode issue) => Coding(issue).Child("code").Value is { } code ? SpineErrors.Find(code) : null;

    private static FhirNode Coding(FhirNode issue) => issue.Child("details").Child("coding");
}
