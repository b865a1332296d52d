using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>Finds out whether the suite catches one defect: a check of a requirement that the defect breaks must say so.</summary>
internal sealed class DefectTrial
{
    private readonly RequirementCatalogue _catalogue;
    private readonly Baseline _baseline;
    private readonly Dictionary<string, string[]> _same = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _shown = new(StringComparer.Ordinal);
    private readonly List<string> _seenBy = [];
    private CatchRecord? _caughtBy;
    private int _count;

    public DefectTrial(Defect defect, RequirementCatalogue catalogue, Baseline baseline)
    {
        Defect = defect;
        _catalogue = catalogue;
        _baseline = baseline;
        Broken = [.. new[] { defect.Requirement }.Concat(defect.AlsoBreaks).Distinct(StringComparer.Ordinal)];
    }

    public Defect Defect { get; }

    /// <summary>The requirement that the defect breaks, then those that the same behaviour breaks too.</summary>
    public IReadOnlyList<string> Broken { get; }

    public bool IsCaught => _caughtBy is not null;

    public TrialRecord Record => new()
    {
        Defect = Defect.Id,
        Title = Defect.Title,
        Requirement = Defect.Requirement,
        AlsoBreaks = Defect.AlsoBreaks,
        CaughtBy = _caughtBy,
        Shown = [.. _shown],
        ScenariosRun = _count,
        SeenBy = IsCaught ? [] : _seenBy,
    };

    /// <summary>Scenarios that can see the defect first; the rest are for when these miss it.</summary>
    public IEnumerable<PlannedScenario> Scenarios => _baseline.MostLikelyFirst(Broken[0], [.. Broken.Skip(1)]);

    /// <summary>Takes note of what a scenario made of the defective practice.</summary>
    public void Note(ScenarioRecord record)
    {
        _count += IsCaught ? 0 : 1;
        foreach (var breach in _baseline.Breaches(record))
        {
            foreach (var requirement in breach.Requirements.Select(reference => reference.Id))
            {
                var shown = BrokenAs(requirement);
                _shown.UnionWith(shown);
                _caughtBy ??= shown.Length == 0 ? null : new CatchRecord(record.Id, requirement, breach.Title, breach.Rule, breach.Verdict, breach.Message);
            }
        }

        if (record.Verdict >= Verdict.Warn)
        {
            _seenBy.Add(record.Id);
        }
    }

    public bool Shows(string requirement) => _shown.Contains(requirement);

    /// <summary>Those of the broken requirements that a check of this one speaks of: an entry that points to another states the same rule.</summary>
    private string[] BrokenAs(string requirement) => _same.TryGetValue(requirement, out var known)
        ? known
        : _same[requirement] = [.. Broken.Where(broken => broken == requirement || DecidedBy(broken).Intersect(DecidedBy(requirement)).Any())];

    private IEnumerable<Requirement> DecidedBy(string id) => _catalogue.Find(id) is { } requirement ? _catalogue.DecidedBy(requirement) : [];
}
