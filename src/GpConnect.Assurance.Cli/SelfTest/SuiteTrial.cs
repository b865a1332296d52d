using System.Collections.Concurrent;
using System.Diagnostics;
using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>Tries the suite itself, all in one process: on a practice that is right, on one for each other reading of the specification, and on
/// one for each defect.</summary>
/// <param name="setting">The suite and the provider.</param>
/// <param name="workers">How many practices are tried at a time.</param>
internal sealed class SuiteTrial(SelfTestSetting setting, int workers)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly ConcurrentDictionary<string, int> _practices = new(StringComparer.Ordinal);

    private SecurePractices? _secure;

    private IReadOnlyList<PlannedScenario> Scenarios => setting.Plan.Features.Scenarios;

    /// <param name="defects">The defects to try.</param>
    /// <param name="readings">The other readings of the specification to try.</param>
    /// <param name="finished">Called with each trial as it ends, by one worker at a time.</param>
    /// <param name="cancellation">Stops the trial.</param>
    public SelfTestRecord Run(
        IReadOnlyList<Defect> defects, IReadOnlyList<Reading> readings, Action<TrialRecord> finished, CancellationToken cancellation)
    {
        using var secure = new SecurePractices();
        _secure = secure;
        var sound = Sound(cancellation);
        var baseline = new Baseline(Scenarios, setting.Plan.Rules, sound);
        var alarms = sound.Where(record => record.Verdict > Verdict.Info).Select(record => Alarm("sound", record)).ToList();
        var wrong = alarms.Select(alarm => alarm.Scenario).ToHashSet(StringComparer.Ordinal);
        alarms.AddRange(Readings(readings, cancellation).Where(alarm => !wrong.Contains(alarm.Scenario)));
        var trials = Trials(defects, baseline, finished, cancellation);
        ShowTheRest(trials, baseline, cancellation);
        FailTheRest(trials, baseline, cancellation);
        var failed = trials.SelectMany(trial => trial.Failed).ToHashSet(StringComparer.Ordinal);
        return new SelfTestRecord
        {
            Tool = ToolVersion.NameAndVersion,
            Started = _started,
            DurationMs = _clock.Elapsed.TotalMilliseconds,
            FeaturesHash = FeaturesHash.Of(setting.Plan.Directories),
            IsComplete = defects.Count == DefectCatalogue.All.Count,
            Scenarios = Scenarios.Count,
            FalseAlarms = alarms,
            Readings = [.. readings.Select(reading => reading.ToString())],
            Proofs = baseline.Proofs,
            NeverFailed = [.. Scenarios.Select(scenario => scenario.Id).Where(id => !failed.Contains(id))],
            NeverBroken = [.. baseline.Rules.Keys.Where(rule => !trials.Exists(trial => trial.Fails(rule))).Order(StringComparer.Ordinal)],
            Trials = [.. trials.Select(trial => trial.Record).OrderBy(trial => trial.Defect, StringComparer.Ordinal)],
        };
    }

    private List<ScenarioRecord> Sound(CancellationToken cancellation)
    {
        var practice = ContextOf(PracticeOptions.DefaultOdsCode);
        var secure = new Lazy<RunContext>(() => SecureContext(new PracticeOptions()));
        var records = new ConcurrentDictionary<string, ScenarioRecord>(StringComparer.Ordinal);
        Each(Scenarios, (runner, scenario) =>
        {
            runner.Visit(scenario.Tags.Contains(SecurePractices.Tag) ? secure.Value : practice);
            records[scenario.Id] = runner.Run(scenario, cancellation);
        }, cancellation);
        return [.. Scenarios.Select(scenario => records[scenario.Id])];
    }

    /// <summary>Each way to read the specification is right: none may fail. That it is worth a warning the catalogue may say.</summary>
    private List<AlarmRecord> Readings(IReadOnlyList<Reading> readings, CancellationToken cancellation)
    {
        var alarms = new ConcurrentBag<AlarmRecord>();
        Each(readings, (runner, reading) =>
        {
            runner.Visit(NewPractice(reading.ToString(), new PracticeOptions { Readings = new HashSet<Reading> { reading } }));
            foreach (var record in Scenarios.Select(scenario => runner.Run(scenario, cancellation)).Where(record => record.Verdict > Verdict.Warn))
            {
                alarms.Add(Alarm(reading.ToString(), record));
            }
        }, cancellation);
        return [.. alarms.OrderBy(alarm => alarm.Practice, StringComparer.Ordinal).ThenBy(alarm => alarm.Scenario, StringComparer.Ordinal)];
    }

    private List<DefectTrial> Trials(IReadOnlyList<Defect> defects, Baseline baseline, Action<TrialRecord> finished, CancellationToken cancellation)
    {
        var trials = defects.Select(defect => (Defect: defect, Trial: new DefectTrial(defect, setting.Plan.Requirements, baseline))).ToList();
        var reporting = new Lock();
        Each(trials, (runner, one) =>
        {
            runner.Visit(NewPractice(one.Defect));
            foreach (var scenario in one.Trial.Scenarios.TakeWhile(_ => !one.Trial.IsCaught))
            {
                one.Trial.Note(runner.Run(scenario, cancellation));
            }

            lock (reporting)
            {
                finished(one.Trial.Record);
            }
        }, cancellation);
        return [.. trials.Select(one => one.Trial)];
    }

    /// <summary>A trial ends with the first check that catches its defect. Other requirements that the defect breaks have proofs too, and
    /// those that no trial has come to yet are to be seen to fail as well.</summary>
    private void ShowTheRest(List<DefectTrial> trials, Baseline baseline, CancellationToken cancellation)
    {
        var shown = trials.SelectMany(trial => trial.Record.Shown).ToHashSet(StringComparer.Ordinal);
        var open = baseline.Proofs.Select(proof => proof.Requirement).Where(requirement => !shown.Contains(requirement)).ToHashSet(StringComparer.Ordinal);
        var candidates = trials.Where(trial => trial.IsCaught && trial.Broken.Any(open.Contains)).ToList();
        Each(candidates, (runner, trial) =>
        {
            runner.Visit(NewPractice(trial.Defect));
            var wanted = trial.Broken.Where(open.Contains).ToList();
            foreach (var scenario in wanted.SelectMany(baseline.Proving).Distinct().TakeWhile(_ => !wanted.TrueForAll(trial.Shows)))
            {
                trial.Note(runner.Run(scenario, cancellation));
            }
        }, cancellation);
    }

    /// <summary>A scenario that nothing makes fail may check nothing, and so may a rule: those that no trial has come to, or that passed, are
    /// tried on each defect that breaks what they check.</summary>
    private void FailTheRest(List<DefectTrial> trials, Baseline baseline, CancellationToken cancellation)
    {
        var failed = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        trials.ForEach(TakeNote);
        Each(trials, (runner, trial) =>
        {
            var scenarios = baseline.Checking(trial.Broken).Where(scenario => !failed.ContainsKey(scenario.Id)).ToList();
            var rules = baseline.Rules.Where(rule => trial.Broken.Contains(rule.Value.Requirement) && !failed.ContainsKey(rule.Key)).ToList();
            if (scenarios.Count + rules.Count == 0)
            {
                return;
            }

            runner.Visit(NewPractice(trial.Defect));
            foreach (var scenario in scenarios.Concat(rules.SelectMany(rule => rule.Value.Scenarios.TakeWhile(_ => !trial.Fails(rule.Key)))))
            {
                trial.Note(runner.Run(scenario, cancellation));
            }

            TakeNote(trial);
        }, cancellation);

        void TakeNote(DefectTrial trial)
        {
            foreach (var proof in trial.Failed.Concat(trial.Record.Failures.Select(failure => failure.Proof)))
            {
                failed[proof] = true;
            }
        }
    }

    private void Each<T>(IEnumerable<T> items, Action<PracticeRunner, T> work, CancellationToken cancellation)
    {
        var queue = new ConcurrentQueue<T>(items);
        WorkerThreads.Run(workers, () =>
        {
            using var runner = new PracticeRunner(setting.Engine, cancellation);
            while (!cancellation.IsCancellationRequested && queue.TryDequeue(out var item))
            {
                work(runner, item);
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }

    private RunContext NewPractice(Defect defect) => defect.IsOfTls
        ? SecureContext(new PracticeOptions { Defects = [defect] })
        : NewPractice(defect.Id.Replace("-", "", StringComparison.Ordinal), new PracticeOptions { Defects = [defect] });

    /// <summary>A practice keeps what scenarios have done to it, so that each trial has one of its own.</summary>
    private RunContext NewPractice(string name, PracticeOptions options)
    {
        var odsCode = $"{name}X{_practices.AddOrUpdate(name, 1, (_, count) => count + 1)}";
        setting.Provider.AddPractice(options with { OdsCode = odsCode });
        return ContextOf(odsCode);
    }

    /// <summary>One for all workers that visit the practice: it knows which patients scenarios have used up.</summary>
    private RunContext ContextOf(string odsCode)
    {
        var data = setting.Provider.TestDataOf(odsCode);
        return ContextOf(ReferenceTarget.Settings(new TargetSettings(), data), data);
    }

    private RunContext SecureContext(PracticeOptions options) => ContextOf(_secure!.Serve(options, out var data), data);

    private RunContext ContextOf(TargetSettings settings, ProviderTestData data) =>
        new(settings, setting.Plan.Requirements, setting.Validator, (_, _, _) => { })
        {
            Rules = setting.Plan.Rules,
            DeclaredVersion = data.SpecificationVersion,
        };

    private static AlarmRecord Alarm(string practice, ScenarioRecord record)
    {
        var worst = record.Checks.First(check => check.Verdict == record.Verdict);
        return new AlarmRecord(
            practice, record.Id, record.Name, record.Verdict, [.. worst.Requirements.Select(requirement => requirement.Id)], worst.Message ?? worst.Title);
    }
}
