namespace GpConnect.Assurance.Evidence;

/// <summary>What the scenarios of a run came to, by pack and interaction.</summary>
public sealed record RunTotals(IReadOnlyList<PackTotals> Packs)
{
    public VerdictCounts Scenarios => Packs.Aggregate(new VerdictCounts(), (counts, pack) => counts + pack.Scenarios);

    public VerdictCounts Checks => Packs.Aggregate(new VerdictCounts(), (counts, pack) => counts + pack.Checks);

    /// <summary>Counts scenarios in whatever order they come; packs and interactions are in ordinal order of name.</summary>
    public static RunTotals Of(IEnumerable<ScenarioRecord> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var interactions = new Dictionary<(string Pack, string Interaction), InteractionTotals>();
        foreach (var scenario in scenarios)
        {
            var key = (scenario.Pack, scenario.Feature);
            var known = interactions.GetValueOrDefault(key) ?? new InteractionTotals(scenario.Pack, scenario.Feature, default, default);
            interactions[key] = known with
            {
                Scenarios = known.Scenarios.With(scenario.Verdict),
                Checks = known.Checks + VerdictCounts.Of(scenario.Checks.Select(check => check.Verdict)),
            };
        }

        return new RunTotals([.. interactions.Values
            .OrderBy(i => i.Pack, StringComparer.Ordinal).ThenBy(i => i.Interaction, StringComparer.Ordinal)
            .GroupBy(i => i.Pack)
            .Select(pack => new PackTotals(pack.Key, [.. pack]))]);
    }
}
