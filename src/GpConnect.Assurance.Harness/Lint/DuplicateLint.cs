using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Rules;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Scenarios that do the same, and rules that say the same.</summary>
internal static class DuplicateLint
{
    public static IEnumerable<LintFinding> Find(LintSubject subject) =>
    [
        .. subject.Features.Scenarios.GroupBy(Steps).SelectMany(same => same.Skip(1).Select(scenario => Finding(scenario, same.First()))),
        .. subject.Rules.All.GroupBy(Content).SelectMany(same => same.Skip(1).Select(rule => Finding(rule, same.First()))),
    ];

    private static string Steps(PlannedScenario scenario) =>
        string.Join('\n', scenario.Steps.Select(step => $"{step.Kind} {step.Text}\n{StepContent.Of(step)}"));

    private static string Content(PopulationRule rule) => string.Join(
        '\n', [rule.Requirement.Id, .. rule.Resources, rule.Rule.Text, rule.When?.Text ?? "", .. rule.Interactions]);

    /// <summary>Features may share a scenario: each that expects an error has its twin in its own feature.</summary>
    private static LintFinding Finding(PlannedScenario scenario, PlannedScenario first) => new(
        scenario.File == first.File ? LintSeverity.Error : LintSeverity.Information,
        "duplicate",
        scenario.File,
        scenario.Line,
        $"The scenario \"{scenario.Name}\" has the same steps as {first.Id}; keep one, with the requirements of both.");

    private static LintFinding Finding(PopulationRule rule, PopulationRule first) => new(
        LintSeverity.Error, "duplicate", $"{rule.Pack}/{Path.GetFileName(rule.File)}", rule.Line, $"The rule on {rule.Requirement.Id} is the same as {first.Id}; keep one.");
}
