using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Rules;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>What the suite sees of a practice that is right: which check proves what, and what is only said.</summary>
internal sealed class Baseline
{
    private readonly IReadOnlyList<PlannedScenario> _scenarios;
    private readonly Dictionary<string, PlannedScenario> _planned;
    private readonly Dictionary<string, string> _levels;
    private readonly Dictionary<string, HashSet<string>> _provedIn = new(StringComparer.Ordinal);
    private readonly HashSet<(string Scenario, string Title, Verdict Verdict)> _said = [];
    private readonly Dictionary<string, (string Requirement, List<PlannedScenario> Scenarios)> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SortedSet<string> Scenarios, SortedSet<string> Rules, bool IsStanding)> _proofs = new(StringComparer.Ordinal);

    /// <param name="scenarios">All scenarios, in order.</param>
    /// <param name="rules">The population rules that responses are held against.</param>
    /// <param name="records">What came of them against the sound practice.</param>
    public Baseline(IReadOnlyList<PlannedScenario> scenarios, RuleSet rules, IReadOnlyList<ScenarioRecord> records)
    {
        _levels = rules.All.Where(rule => rule.Level is not null).ToDictionary(rule => rule.Id, rule => rule.Level.ToString()!.ToUpperInvariant(), StringComparer.Ordinal);
        _scenarios = scenarios;
        _planned = scenarios.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        foreach (var record in records)
        {
            foreach (var check in record.Checks)
            {
                Note(_planned[record.Id], check);
            }
        }
    }

    public IReadOnlyList<ProofRecord> Proofs =>
        [.. _proofs.OrderBy(proof => proof.Key, StringComparer.Ordinal).Select(proof => new ProofRecord(proof.Key, [.. proof.Value.Scenarios], [.. proof.Value.Rules], proof.Value.IsStanding))];

    /// <summary>The scenarios that look at the first requirement, then those that look at the others, then the rest; within each as planned.</summary>
    public IEnumerable<PlannedScenario> MostLikelyFirst(string requirement, IReadOnlyCollection<string> others) => _scenarios.OrderBy(scenario =>
        scenario.Requirements.Contains(requirement) ? 0
        : Proves(scenario, requirement) ? 1
        : scenario.Requirements.Any(others.Contains) ? 2
        : others.Any(other => Proves(scenario, other)) ? 3
        : 4);

    /// <summary>The scenarios in which a check of the requirement was made.</summary>
    public IEnumerable<PlannedScenario> Proving(string requirement) => _scenarios.Where(scenario => Proves(scenario, requirement));

    /// <summary>The checks that say that the practice is wrong, but for what is said of a right practice too. What breaks a MAY only informs.</summary>
    public IEnumerable<CheckRecord> Breaches(ScenarioRecord record) => record.Checks.Where(check =>
        check.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Info && !_said.Contains((record.Id, check.Title, check.Verdict)));

    /// <summary>The scenarios with a step of their own that checks one of the requirements.</summary>
    public IEnumerable<PlannedScenario> Checking(IEnumerable<string> requirements)
    {
        var ids = requirements.SelectMany(id => _proofs.TryGetValue(id, out var proof) ? proof.Scenarios : []).ToHashSet(StringComparer.Ordinal);
        return _scenarios.Where(scenario => ids.Contains(scenario.Id));
    }

    /// <summary>True when a step of the scenario itself says that the practice is wrong, not only what is checked of every response.</summary>
    public bool FailsItself(ScenarioRecord record) =>
        Breaches(record).Any(check => check.Rule is null && IsOfThen(_planned[record.Id], check));

    /// <summary>The level that a rule gives its breaches in place of its requirement's; null where it gives none.</summary>
    public string? LevelOf(string? rule) => rule is null ? null : _levels.GetValueOrDefault(rule);

    /// <summary>Names what made a check: the rule, the scenario by a step of its own, or what is checked of every response.</summary>
    public string ProofOf(ScenarioRecord record, CheckRecord check) =>
        check.Rule ?? (IsOfThen(_planned[record.Id], check) ? record.Id : ProofFailure.EveryResponse);

    /// <summary>Every rule that held, by id, with the scenarios that showed it something to hold for.</summary>
    public IReadOnlyDictionary<string, (string Requirement, List<PlannedScenario> Scenarios)> Rules => _rules;

    private static bool IsOfThen(PlannedScenario scenario, CheckRecord check) => check.Step is { } step && scenario.Steps[step].Kind == StepKind.Then;

    private bool Proves(PlannedScenario scenario, string requirement) =>
        _provedIn.TryGetValue(requirement, out var scenarios) && scenarios.Contains(scenario.Id);

    private void Note(PlannedScenario scenario, CheckRecord check)
    {
        if (check.Verdict != Verdict.Pass)
        {
            _said.Add((scenario.Id, check.Title, check.Verdict));
        }

        if (check.Verdict is not (Verdict.Pass or Verdict.Info))
        {
            return;
        }

        foreach (var requirement in check.Requirements)
        {
            (_provedIn.TryGetValue(requirement.Id, out var scenarios) ? scenarios : _provedIn[requirement.Id] = []).Add(scenario.Id);
            Prove(requirement.Id, scenario, check);
        }
    }

    private void Prove(string requirement, PlannedScenario scenario, CheckRecord check)
    {
        var proof = _proofs.TryGetValue(requirement, out var known)
            ? known
            : (Scenarios: new SortedSet<string>(StringComparer.Ordinal), Rules: new SortedSet<string>(StringComparer.Ordinal), IsStanding: false);
        if (check.Rule is not null)
        {
            proof.Rules.Add(check.Rule);
            (_rules.TryGetValue(check.Rule, out var rule) ? rule : _rules[check.Rule] = (requirement, [])).Scenarios.Add(scenario);
        }
        else if (IsOfThen(scenario, check))
        {
            proof.Scenarios.Add(scenario.Id);
        }
        else
        {
            proof.IsStanding = true;
        }

        _proofs[requirement] = proof;
    }
}
