using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Scenarios that expect an error and stand alone: a provider that refuses everything would pass them.</summary>
internal static class TwinLint
{
    public static IEnumerable<LintFinding> Find(LintSubject subject) => subject.Features.Scenarios
        .GroupBy(scenario => scenario.File, StringComparer.Ordinal)
        .SelectMany(InFeature);

    private static IEnumerable<LintFinding> InFeature(IEnumerable<PlannedScenario> feature)
    {
        var byOutcome = feature.ToLookup(ExpectedOutcome.IsError);
        var sound = byOutcome[false].Select(Request).ToList();
        return byOutcome[true].Where(scenario => !sound.Exists(other => DifferInOneThing(Request(scenario), other))).Select(Finding);
    }

    private static LintFinding Finding(PlannedScenario scenario) => new(
        LintSeverity.Error,
        "no-twin",
        scenario.File,
        scenario.Line,
        $"The scenario \"{scenario.Name}\" expects an error, and none in its feature differs from it in one thing and succeeds; write that one.");

    /// <summary>One step more, one step less, or one step in place of another.</summary>
    private static bool DifferInOneThing(List<string> one, List<string> other)
    {
        var (more, less) = (Without(one, other), Without(other, one));
        return more <= 1 && less <= 1 && more + less > 0;
    }

    private static int Without(List<string> all, List<string> taken)
    {
        var left = taken.ToList();
        return all.Count(step => !left.Remove(step));
    }

    /// <summary>What is sent: the steps before the checks, with their tables.</summary>
    private static List<string> Request(PlannedScenario scenario) =>
        [.. scenario.Steps.Where(step => step.Kind != StepKind.Then).Select(step => $"{step.Text}\n{StepContent.Of(step)}")];
}
