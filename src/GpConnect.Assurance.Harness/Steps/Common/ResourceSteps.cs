using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Validation;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>What the resources in the latest response hold: profiles, FHIRPath, the rules of requirements.</summary>
[Binding]
public sealed class ResourceSteps(Consumer consumer, CheckRecorder checks)
{
    private const int MostShown = 5;

    [Then("every resource conforms to its GP Connect profile")]
    public void ThenEveryResourceConforms()
    {
        var answer = consumer.Latest;
        foreach (var resource in answer.AllResources())
        {
            if (ResourceProfiles.Of(resource.ResourceType!) is { } profile)
            {
                CheckDeclared(resource, profile);
            }
        }

        CheckValid(answer);
    }

    /// <summary>Columns: <c>FHIRPath</c>, <c>is</c>.</summary>
    [Then("in each ([A-Z][A-Za-z]+):")]
    public void ThenInEach(string resourceType, Table table) => ForEach(resourceType, resource =>
    {
        foreach (var row in table.Rows)
        {
            CheckFhirPath(resource, row["FHIRPath"], row["is"]);
        }
    });

    /// <summary>Column <c>requirement</c>: each must carry a FHIRPath rule in the catalogue.</summary>
    [Then("each ([A-Z][A-Za-z]+) keeps the rules of:")]
    public void ThenEachKeepsTheRulesOf(string resourceType, Table table) => ForEach(resourceType, resource =>
    {
        foreach (var row in table.Rows)
        {
            CheckRule(resource, row["requirement"]);
        }
    });

    /// <summary>As "keeps the rules of", where the capability statement names that version of the specification or a later one.</summary>
    [Then(@"since version (\d+\.\d+), each ([A-Z][A-Za-z]+) keeps the rules of:")]
    public void ThenSinceVersionEachKeepsTheRulesOf(string version, string resourceType, Table table)
    {
        var statement = consumer.Prepare(Interactions.ReadMetadata).Resources("CapabilityStatement");
        var declared = statement is [var one, ..] ? one.Child("version").Value : null;
        if (Version.TryParse(declared, out var implemented) && implemented < Version.Parse(version))
        {
            checks.Inform(
                new Check($"the rules that hold since version {version}") { Expected = $"{version} or later", Actual = declared },
                $"Not judged: the capability statement names version {declared} of the specification.");
            return;
        }

        ThenEachKeepsTheRulesOf(resourceType, table);
    }

    /// <summary>Columns: <c>what</c>, <c>FHIRPath</c>. Says what the expression gives, whatever that is.</summary>
    [Then("it is noted of each ([A-Z][A-Za-z]+):")]
    public void ThenItIsNotedOfEach(string resourceType, Table table) => ForEach(resourceType, resource =>
    {
        foreach (var row in table.Rows)
        {
            var found = Evaluate(resource, row["FHIRPath"]).ToDisplayString();
            checks.Inform(At(resource, row["what"]) with { Actual = found }, $"{row["what"]}: {found}");
        }
    });

    private void ForEach(string resourceType, Action<FhirNode> look)
    {
        var resources = consumer.Latest.Resources(resourceType);
        if (resources.Count == 0)
        {
            checks.Fail(
                new Check($"the response holds a {resourceType}") { Expected = resourceType, Actual = consumer.Latest.Summary },
                $"There is no {resourceType} in the response to look at.");
        }

        foreach (var resource in resources)
        {
            look(resource);
        }
    }

    private void CheckDeclared(FhirNode resource, string profile)
    {
        var declared = resource.Child("meta").ChildrenNamed("profile").ToArray().Select(one => one.Value ?? "").ToList();
        checks.That(
            At(resource, $"the {resource.ResourceType} declares its profile") with
            {
                Requirements = ["GPC-API-186"],
                Expected = profile,
                Actual = declared.Count == 0 ? "no meta.profile" : string.Join(", ", declared),
            },
            () => declared.Should().Contain(profile, "a {0} must declare its GP Connect profile", resource.ResourceType));
    }

    private void CheckValid(Answer answer)
    {
        var errors = answer.Validation?.Issues.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        var check = new Check("every resource conforms to its profile") { Expected = "no error", Actual = errors is null ? answer.Summary : $"{errors.Count} errors" };
        switch (errors)
        {
            case null:
                checks.Fail(check, "The response holds nothing that can be validated.");
                break;
            case []:
                checks.Pass(check);
                break;
            default:
                var shown = errors.Take(MostShown).Select(error => $"{error.Path}: {error.Message}");
                checks.Fail(check, string.Join(" ", shown) + (errors.Count > MostShown ? $" And {errors.Count - MostShown} more." : ""));
                break;
        }
    }

    private void CheckFhirPath(FhirNode resource, string text, string expected)
    {
        var result = Evaluate(resource, text);
        var check = At(resource, text) with { Expected = expected, Actual = result.ToDisplayString() };
        if (result.IsUndecided)
        {
            checks.Error(check, $"The expression cannot be decided: {result.UndecidedBecause}.");
            return;
        }

        checks.That(check, () => result.ToDisplayString().Should().Be(expected, "{0} must be {1}", text, expected));
    }

    /// <summary>A requirement that only points to others (same_as) is kept where theirs are.</summary>
    private void CheckRule(FhirNode resource, string requirementId)
    {
        var requirement = consumer.Run.Requirements.Find(requirementId)
            ?? throw new InvalidOperationException($"the requirement {requirementId} is in no catalogue");
        var rules = requirement.FhirPath is { } own
            ? [own]
            : consumer.Run.Requirements.DecidedBy(requirement).Select(decider => decider.FhirPath).OfType<string>().ToList();
        if (rules.Count == 0)
        {
            throw new InvalidOperationException($"the requirement {requirementId} has no FHIRPath rule in {requirement.File}");
        }

        foreach (var rule in rules)
        {
            CheckRule(resource, requirement, rule);
        }
    }

    private void CheckRule(FhirNode resource, Requirement requirement, string rule)
    {
        var result = Evaluate(resource, rule);
        var check = At(resource, requirement.Statement) with { Requirements = [requirement.Id], Expected = rule, Actual = result.ToDisplayString() };
        if (result.IsUndecided)
        {
            checks.Error(check, $"The rule cannot be decided: {result.UndecidedBecause}.");
        }
        else if (result.AsBoolean() == true)
        {
            checks.Pass(check);
        }
        else
        {
            checks.Fail(check, $"The {resource.ResourceType} breaks the rule: {requirement.Statement}");
        }
    }

    private FhirPathResult Evaluate(FhirNode resource, string text) =>
        FhirPathExpression.Parse(text).Evaluate(resource, new FhirPathContext { Resource = resource, Now = consumer.Run.Clock.GetUtcNow() });

    private static Check At(FhirNode node, string title) => new(title) { Location = node.Path, Line = node.Line, Column = node.Column };
}
