namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>One check that did not pass, and every scenario in which it came out the same.</summary>
/// <param name="Check">The check as its first scenario made it.</param>
/// <param name="Scenarios">At least one.</param>
internal sealed record Finding(CheckRecord Check, IReadOnlyList<ScenarioRecord> Scenarios)
{
    public ScenarioRecord First => Scenarios[0];

    /// <summary>The findings of a verdict, in the order of the scenarios.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<ScenarioRecord> scenarios, Verdict verdict) =>
        [.. scenarios
            .SelectMany(scenario => scenario.Checks.Where(check => check.Verdict == verdict).Select(check => (Check: check, Scenario: scenario)))
            .GroupBy(found => Alike(found.Check))
            .Select(alike => new Finding(alike.First().Check, [.. alike.Select(found => found.Scenario).Distinct()]))];

    private static object Alike(CheckRecord check) =>
        (check.MainRequirement()?.Id, check.Title, check.Message, check.Expected, check.Actual, check.Location, check.Code);
}
