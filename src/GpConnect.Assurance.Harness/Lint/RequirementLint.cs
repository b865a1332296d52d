namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Scenarios that prove nothing published.</summary>
internal static class RequirementLint
{
    public static IEnumerable<LintFinding> Find(LintSubject subject) => subject.Features.Scenarios
        .Where(scenario => !scenario.Requirements.Any())
        .Select(scenario => new LintFinding(
            LintSeverity.Error,
            "no-requirement",
            scenario.File,
            scenario.Line,
            $"The scenario \"{scenario.Name}\" names no requirement; tag it, or put [GPC-…] behind its Then steps."));
}
