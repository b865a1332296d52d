using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>Which requirements are proved, by what, and which defect shows that the proof can fail.</summary>
public sealed class CoverageReport
{
    private readonly RequirementCatalogue _catalogue;
    private readonly Dictionary<string, ProofRecord> _proofs;
    private readonly ILookup<string, string> _defects;
    private readonly ILookup<string, (string Proof, string Defect)> _failures;

    private CoverageReport(RequirementCatalogue catalogue, SelfTestRecord selfTest, IReadOnlyCollection<string> packs)
    {
        _catalogue = catalogue;
        _proofs = selfTest.Proofs.ToDictionary(proof => proof.Requirement, StringComparer.Ordinal);
        _defects = selfTest.Trials
            .SelectMany(trial => trial.Shown.Select(requirement => (Requirement: requirement, trial.Defect)))
            .ToLookup(shown => shown.Requirement, shown => shown.Defect, StringComparer.Ordinal);
        _failures = selfTest.Trials
            .SelectMany(trial => trial.Failures.Select(failure => (failure.Requirement, Seen: (failure.Proof, trial.Defect))))
            .ToLookup(failure => failure.Requirement, failure => failure.Seen, StringComparer.Ordinal);
        Rows = [.. catalogue.All.Where(requirement => packs.Count == 0 || packs.Contains(requirement.Pack)).Select(Row)];
    }

    /// <summary>One for each requirement, by pack and in the order of its catalogue.</summary>
    public IReadOnlyList<CoverageRow> Rows { get; }

    /// <param name="catalogue">The requirements.</param>
    /// <param name="selfTest">What was seen to hold and to fail.</param>
    /// <param name="packs">Packs to report; all when empty.</param>
    public static CoverageReport Of(RequirementCatalogue catalogue, SelfTestRecord selfTest, IReadOnlyCollection<string> packs) =>
        new(catalogue, selfTest, packs);

    private CoverageRow Row(Requirement requirement)
    {
        var same = _catalogue.DecidedBy(requirement).Append(requirement).Select(one => one.Id).Distinct(StringComparer.Ordinal).ToList();
        var proofs = same.Select(id => _proofs.GetValueOrDefault(id)).OfType<ProofRecord>().ToList();
        var defects = same.SelectMany(id => _defects[id]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new CoverageRow
        {
            Requirement = requirement.Id,
            Pack = requirement.Pack,
            Page = requirement.Page,
            Section = requirement.Section,
            Title = requirement.Title,
            Level = _catalogue.LevelOf(requirement).ToString().ToUpperInvariant(),
            Status = Status(requirement, proofs.Count > 0, defects.Count > 0),
            Scenarios = [.. proofs.SelectMany(proof => proof.Scenarios).Distinct(StringComparer.Ordinal)],
            Rules = [.. proofs.SelectMany(proof => proof.Rules).Distinct(StringComparer.Ordinal)],
            IsStanding = proofs.Exists(proof => proof.IsStanding),
            Defects = defects,
            FailedBy = FailedBy(same),
            SameAs = [.. same.Where(id => id != requirement.Id)],
            ProvedIn = requirement.ProvedIn,
            Note = requirement.Automatable.Why,
        };
    }

    private SortedDictionary<string, IReadOnlyList<string>> FailedBy(IEnumerable<string> same) => new(
        same.SelectMany(id => _failures[id])
            .GroupBy(failure => failure.Proof, StringComparer.Ordinal)
            .ToDictionary(
                proof => proof.Key,
                IReadOnlyList<string> (proof) => [.. proof.Select(failure => failure.Defect).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
        StringComparer.Ordinal);

    private static CoverageStatus Status(Requirement requirement, bool isProved, bool isShown) => (isProved, isShown) switch
    {
        _ when requirement.Party != RequirementParty.Provider => CoverageStatus.OtherParty,
        (true, true) => CoverageStatus.Proved,
        (true, false) => CoverageStatus.Untested,
        _ when requirement.Automatable.Degree == AutomationDegree.No => CoverageStatus.NotAutomatable,
        _ when requirement.ProvedIn is not null => CoverageStatus.Elsewhere,
        _ => CoverageStatus.Unproved,
    };
}
