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
    private readonly HashSet<ProofFailure> _failures = [];
    private readonly List<string> _seenBy = [];
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private CatchRecord? _caughtBy;
    private int _count;

    public DefectTrial(Defect defect, RequirementCatalogue catalogue, Baseline baseline)
    {
        Defect = defect;
        _catalogue = catalogue;
        _baseline = baseline;
        var named = new[] { defect.Requirement }.Concat(defect.AlsoBreaks).ToList();
        Broken = [.. named.Concat(named.SelectMany(DecidedBy).Select(requirement => requirement.Id)).Distinct(StringComparer.Ordinal)];
    }

    public Defect Defect { get; }

    /// <summary>The requirement that the defect breaks, then those that the same behaviour breaks too, then the entries that they point to.</summary>
    public IReadOnlyList<string> Broken { get; }

    /// <summary>Scenarios whose own steps said that the practice is wrong.</summary>
    public IReadOnlyCollection<string> Failed => _failed;

    public bool IsCaught => _caughtBy is not null;

    public TrialRecord Record => new()
    {
        Defect = Defect.Id,
        Title = Defect.Title,
        Requirement = Defect.Requirement,
        AlsoBreaks = Defect.AlsoBreaks,
        CaughtBy = _caughtBy,
        Shown = [.. _shown],
        Failures = [.. _failures.OrderBy(failure => failure.Requirement, StringComparer.Ordinal).ThenBy(failure => failure.Proof, StringComparer.Ordinal)],
        ScenariosRun = _count,
        SeenBy = IsCaught ? [] : _seenBy,
    };

    /// <summary>Scenarios that can see the defect first; the rest are for when these miss it.</summary>
    public IEnumerable<PlannedScenario> Scenarios => _baseline.MostLikelyFirst(Broken[0], [.. Broken.Skip(1)]);

    /// <summary>Forgets what was run in vain.</summary>
    public void StartAgain()
    {
        _count = 0;
        _seenBy.Clear();
    }

    /// <summary>Takes note of what a scenario made of the defective practice.</summary>
    public void Note(ScenarioRecord record)
    {
        _count += IsCaught ? 0 : 1;
        var breaches = _baseline.Breaches(record)
            .SelectMany(breach => breach.Requirements.Select(requirement => (Check: breach, requirement.Id, requirement.Level, Broken: BrokenAs(requirement.Id))))
            .Where(breach => breach.Broken.Length > 0)
            .ToList();
        var shown = breaches.Where(breach => IsAsGraveAs(breach.Check.Verdict, breach.Level)).ToList();
        _shown.UnionWith(shown.SelectMany(breach => breach.Broken));
        _failures.UnionWith(breaches
            .Where(breach => IsAsGraveAs(breach.Check.Verdict, _baseline.LevelOf(breach.Check.Rule) ?? breach.Level))
            .SelectMany(breach => breach.Broken.Select(broken => new ProofFailure(broken, _baseline.ProofOf(record, breach.Check)))));
        _caughtBy ??= shown.OrderByDescending(breach => breach.Broken.Contains(Defect.Requirement))
            .Select(breach => new CatchRecord(record.Id, breach.Id, breach.Check.Title, breach.Check.Rule, breach.Check.Verdict, breach.Check.Message))
            .FirstOrDefault();

        if (_baseline.FailsItself(record))
        {
            _failed.Add(record.Id);
        }

        if (record.Verdict >= Verdict.Warn)
        {
            _seenBy.Add(record.Id);
        }
    }

    /// <summary>True when that rule, scenario or standing check was seen to fail.</summary>
    public bool Fails(string proof) => _failures.Any(failure => failure.Proof == proof);

    public bool Shows(string requirement) => _shown.Contains(requirement);

    /// <summary>A provider that breaks a SHALL must fail, and one that breaks a SHOULD be warned: less than that lets the defect pass. Of a MAY no
    /// more than information is to be had, so that there it is the proof.</summary>
    private bool IsAsGraveAs(Verdict verdict, string? level) => verdict >= level switch
    {
        "MAY" => Verdict.Info,
        _ when Defect.IsOnlyWarnedOf => Verdict.Warn,
        "SHOULD" => Verdict.Warn,
        _ => Verdict.Fail,
    };

    /// <summary>Those of the broken requirements that a check of this one speaks of: an entry that points to another states the same rule.</summary>
    private string[] BrokenAs(string requirement) => _same.TryGetValue(requirement, out var known)
        ? known
        : _same[requirement] = [.. Broken.Where(broken => broken == requirement || DecidedBy(broken).Intersect(DecidedBy(requirement)).Any())];

    private IEnumerable<Requirement> DecidedBy(string id) => _catalogue.Find(id) is { } requirement ? _catalogue.DecidedBy(requirement) : [];
}
