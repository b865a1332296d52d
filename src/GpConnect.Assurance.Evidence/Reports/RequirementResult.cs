namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>What a run says about one requirement.</summary>
/// <param name="Requirement">With its title and source where a check gave them.</param>
/// <param name="Checks">The checks that name it.</param>
/// <param name="Scenarios">The scenarios that name it, by a tag or by a check.</param>
internal sealed record RequirementResult(RequirementRef Requirement, VerdictCounts Checks, int Scenarios)
{
    /// <summary>The worst of its checks; without a check nothing is known of it.</summary>
    public Verdict Verdict => Checks.Worst ?? Verdict.Skip;

    /// <summary>Every requirement that the scenarios name, in order of id.</summary>
    public static IReadOnlyList<RequirementResult> Of(IEnumerable<ScenarioRecord> scenarios)
    {
        var results = new SortedDictionary<string, RequirementResult>(StringComparer.Ordinal);
        foreach (var scenario in scenarios)
        {
            var named = scenario.Checks.SelectMany(check => check.Requirements).Concat(scenario.Requirements.Select(id => new RequirementRef(id)));
            foreach (var requirement in named.DistinctBy(r => r.Id))
            {
                var known = results.GetValueOrDefault(requirement.Id) ?? new RequirementResult(requirement, default, 0);
                results[requirement.Id] = known with
                {
                    Requirement = known.Requirement.Title is null ? requirement : known.Requirement,
                    Checks = known.Checks + CountsOf(scenario, requirement.Id),
                    Scenarios = known.Scenarios + 1,
                };
            }
        }

        return [.. results.Values];
    }

    private static VerdictCounts CountsOf(ScenarioRecord scenario, string id) =>
        VerdictCounts.Of(scenario.Checks.Where(check => check.Requirements.Any(r => r.Id == id)).Select(check => check.Verdict));
}
