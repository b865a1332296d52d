using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Rules;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>What keeps finished packs from being so.</summary>
public static class PackGaps
{
    /// <returns>A sentence for each requirement without a tested proof, and for each pack that does not hold what it says.</returns>
    public static IReadOnlyList<string> Of(
        IReadOnlyDictionary<string, Pack> packs, CoverageReport coverage, IReadOnlyList<PlannedScenario> scenarios, RuleSet rules)
    {
        bool IsFinished(string pack) => packs.TryGetValue(pack, out var known) && known.IsFinished;
        return
        [
            .. coverage.Rows.Where(row => (row.IsGap || row is { Level: "SHALL", Status: CoverageStatus.Elsewhere }) && IsFinished(row.ProvedIn ?? row.Pack)).Select(Sentence),
            .. packs.Values.SelectMany(pack => Missing(pack, scenarios, rules)),
        ];
    }

    private static string Sentence(CoverageRow row) => row.Status switch
    {
        CoverageStatus.Unproved => $"{row.Requirement} ({row.Title}) has no proof; write a scenario or a rule that checks it.",
        CoverageStatus.Elsewhere => $"{row.Requirement} ({row.Title}) has no proof, and the pack {row.ProvedIn}, whose interactions show it, is finished; write a scenario or a rule there.",
        _ => $"{row.Requirement} ({row.Title}) has a proof that no defect has tested; add a defect that breaks it, or let the proof name what it checks.",
    };

    /// <summary>A scenario that is lost proves nothing, and where others prove the same nobody would miss it.</summary>
    private static IEnumerable<string> Missing(Pack pack, IReadOnlyList<PlannedScenario> scenarios, RuleSet rules)
    {
        var held = scenarios.Count(scenario => scenario.Pack == pack.Name);
        if (pack.Scenarios is { } planned && planned != held)
        {
            yield return $"The pack {pack.Name} holds {held} scenarios, but its pack.yaml says {planned}; find out which is right.";
        }

        var written = rules.All.Count(rule => rule.Id.StartsWith($"{pack.Name}/rules.yaml:", StringComparison.Ordinal));
        if (pack.Rules is { } counted && counted != written)
        {
            yield return $"The pack {pack.Name} holds {written} rules, but its pack.yaml says {counted}; find out which is right.";
        }
    }
}
