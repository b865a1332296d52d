using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>Holds responses against the population rules of their interaction.</summary>
internal sealed class RuleChecks(RuleSet rules, RuleVariables variables, TimeProvider clock)
{
    /// <summary>A rule that is broken everywhere would else fill the report.</summary>
    private const int MostBreaches = 10;

    /// <summary>One check for each rule that applies, or one for each resource that breaks it.</summary>
    /// <param name="checks">Takes the checks down.</param>
    /// <param name="answer">The response; without a body that can be read there is nothing to look at.</param>
    /// <param name="onlyBreaches">True to take down nothing of what holds.</param>
    public void Make(CheckRecorder checks, Answer answer, bool onlyBreaches = false)
    {
        var isError = answer.Response.Status >= 400;
        var applicable = rules.For(answer.Interaction.Id).Where(rule => rule.IsOnErrors == isError).ToList();
        if (answer.Document is null || applicable.Count == 0 || (!isError && answer.Response.Status is < 200 or > 299))
        {
            return;
        }

        var resources = answer.AllResources().ToList();
        var context = new FhirPathContext
        {
            Variables = variables.For(answer),
            Resolve = new BundleResources(answer).Find,
            Now = clock.GetUtcNow(),
        };
        foreach (var rule in applicable)
        {
            Hold(checks, rule, resources, context, onlyBreaches);
        }
    }

    private static void Hold(CheckRecorder checks, PopulationRule rule, List<FhirNode> resources, FhirPathContext context, bool onlyBreaches)
    {
        var held = 0;
        var broken = new List<FhirNode>();
        string? undecided = null;
        foreach (var resource in resources.Where(resource => rule.AppliesTo(resource.ResourceType!)))
        {
            switch (Verdict(rule, resource, context, out var because))
            {
                case true:
                    held++;
                    break;
                case false:
                    broken.Add(resource);
                    break;
                case null when because is not null:
                    undecided = $"{resource.Path}: {because}";
                    break;
            }
        }

        Breaches(checks, rule, broken, context);
        if (onlyBreaches)
        {
            return;
        }

        var check = CheckOf(rule);
        if (held > 0 && broken.Count == 0)
        {
            checks.Pass(check);
            Show(checks, rule, resources, context);
        }

        if (undecided is not null)
        {
            checks.Inform(check, $"Whether the rule is kept cannot be told here: {undecided}.");
        }
    }

    /// <returns>True when the rule is kept, false when it is broken; null when it does not apply or, with a reason, cannot be decided.</returns>
    private static bool? Verdict(PopulationRule rule, FhirNode resource, FhirPathContext context, out string? because)
    {
        because = null;
        if (rule.When is { } when && when.Test(resource, context, out because) != FhirPathTruth.True)
        {
            return null;
        }

        return rule.Rule.Test(resource, context, out because) switch
        {
            FhirPathTruth.True => true,
            FhirPathTruth.Undecided => null,
            _ => false,
        };
    }

    private static void Breaches(CheckRecorder checks, PopulationRule rule, List<FhirNode> broken, FhirPathContext context)
    {
        var more = broken.Count > MostBreaches ? $" So do {broken.Count - MostBreaches} resources that are not listed." : "";
        foreach (var resource in broken.Take(MostBreaches))
        {
            var check = CheckOf(rule) with
            {
                Location = resource.Path,
                Line = resource.Line,
                Column = resource.Column,
                Expected = rule.Rule.Text,
                Actual = rule.Rule.Evaluate(resource, context).ToDisplayString(),
            };
            Breach(checks, rule, check, $"The {resource.ResourceType} breaks the rule: {rule.Says}{more}");
        }
    }

    private static void Breach(CheckRecorder checks, PopulationRule rule, Check check, string message)
    {
        switch (rule.Level)
        {
            case RequirementLevel.May:
                checks.Inform(check, message);
                break;
            case RequirementLevel.Should:
                checks.Warn(check, message);
                break;
            default:
                checks.Fail(check, message);
                break;
        }
    }

    /// <summary>Where the specification allows several readings, the evidence tells which one the provider took.</summary>
    private static void Show(CheckRecorder checks, PopulationRule rule, List<FhirNode> resources, FhirPathContext context)
    {
        var resource = resources.Find(candidate => rule.AppliesTo(candidate.ResourceType!));
        if (rule.Shows?.Evaluate(resource, context) is { IsUndecided: false } shown)
        {
            var allowed = string.Join("; or ", rule.Requirement.Readings.Select(reading => $"{reading.Accept} ({reading.Page})"));
            checks.Inform(
                CheckOf(rule) with { Location = resource.Path, Actual = shown.ToDisplayString() },
                $"The specification allows more than one reading: {allowed}. This provider: {shown.ToDisplayString()}.");
        }
    }

    private static Check CheckOf(PopulationRule rule) => new($"each {string.Join(" or ", rule.Resources)} keeps the rule \"{rule.Requirement.Title}\"")
    {
        Requirements = [rule.Requirement.Id],
        Rule = rule.Id,
    };
}
