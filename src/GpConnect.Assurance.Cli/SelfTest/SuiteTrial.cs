using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
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
internal sealed partial class SuiteTrial(SelfTestSetting setting, int workers)
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
        var sound = Sound(Scenarios, ContextOf(PracticeOptions.DefaultOdsCode), workers, cancellation);
        var unsteady = TryAgain(sound, cancellation);
        var baseline = new Baseline(Scenarios, setting.Plan.Rules, [.. Scenarios.Select(scenario => sound[scenario.Id])]);
        var alarms = Scenarios.Select(scenario => sound[scenario.Id]).Where(IsAlarm).Select(record => Alarm("sound", record)).ToList();
        var wrong = alarms.Select(alarm => alarm.Scenario).ToHashSet(StringComparer.Ordinal);
        alarms.AddRange(Readings(readings, sound, cancellation).Where(alarm => !wrong.Contains(alarm.Scenario)));
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
            Unsteady = unsteady,
            Readings = [.. readings.Select(reading => reading.ToString())],
            Proofs = baseline.Proofs,
            NeverFailed = [.. Scenarios.Select(scenario => scenario.Id).Where(id => !failed.Contains(id))],
            NeverBroken = [.. baseline.Rules.Keys.Where(rule => !trials.Exists(trial => trial.Fails(rule))).Order(StringComparer.Ordinal)],
            Trials = [.. trials.Select(trial => trial.Record).OrderBy(trial => trial.Defect, StringComparer.Ordinal)],
        };
    }

    private ConcurrentDictionary<string, ScenarioRecord> Sound(
        IReadOnlyList<PlannedScenario> scenarios, RunContext practice, int atATime, CancellationToken cancellation)
    {
        var secure = new Lazy<RunContext>(() => SecureContext(new PracticeOptions()));
        var proxied = new Lazy<RunContext>(() => ContextOf(_secure!.ServeBehindProxy(out var data), data));
        var records = new ConcurrentDictionary<string, ScenarioRecord>(StringComparer.Ordinal);
        Each(scenarios, atATime, (runner, scenario) =>
        {
            runner.Visit(
                scenario.Tags.Contains(SecurePractices.Tag) ? secure.Value
                : scenario.Tags.Contains(SecurePractices.ProxyTag) ? proxied.Value
                : practice);
            records[scenario.Id] = runner.Run(scenario, cancellation);
        }, cancellation);
        return records;
    }

    /// <summary>On a busy machine a sound answer may come too late: what fails beside others is tried once more by itself, and what then holds was
    /// no alarm.</summary>
    /// <returns>Ids of the scenarios that held the second time only.</returns>
    private List<string> TryAgain(ConcurrentDictionary<string, ScenarioRecord> sound, CancellationToken cancellation)
    {
        var failed = Scenarios.Where(scenario => IsAlarm(sound[scenario.Id])).ToList();
        if (failed.Count == 0)
        {
            return [];
        }

        var again = Sound(failed, NewPractice("again", new PracticeOptions()), 1, cancellation);
        foreach (var scenario in failed)
        {
            sound[scenario.Id] = again[scenario.Id];
        }

        return [.. failed.Select(scenario => scenario.Id).Where(id => !IsAlarm(again[id]))];
    }

    /// <summary>Each way to read the specification is right: none may fail. That it is worth a warning the catalogue may say.</summary>
    /// <remarks>
    /// A practice that takes all other readings at once shows which scenarios they touch. Only these are held against readings in part: against
    /// those whose number has a certain bit, and those whose number has not, for each bit. So each two readings are taken together by one
    /// practice and apart by another, by far fewer practices than there are readings.
    /// </remarks>
    private List<AlarmRecord> Readings(
        IReadOnlyList<Reading> readings, ConcurrentDictionary<string, ScenarioRecord> sound, CancellationToken cancellation)
    {
        if (readings.Count == 0)
        {
            return [];
        }

        var plain = Scenarios.Where(scenario => sound[scenario.Id].Verdict <= Verdict.Info && !scenario.Tags.Contains(SecurePractices.Tag)).ToList();
        var together = Sound(plain, NewPractice("readings", new PracticeOptions { Readings = readings.ToHashSet() }), workers, cancellation);
        var touched = plain.Where(scenario => Differ(sound[scenario.Id], together[scenario.Id])).ToList();
        var alarms = new ConcurrentBag<AlarmRecord>(together.Values.Where(IsReadingAlarm).Select(record => Alarm("every reading", record)));
        Each(ReadingGroups.Of(readings), workers, (runner, group) =>
        {
            var failed = FailedBy(runner, group, touched, cancellation);
            var alone = failed.Count == 0 || group.Count == 1
                ? []
                : group.SelectMany(reading => FailedBy(runner, [reading], [.. failed.Select(one => one.Scenario)], cancellation)
                    .Select(one => Alarm(reading.ToString(), one.Record))).ToList();
            var named = alone.Select(alarm => alarm.Scenario).ToHashSet(StringComparer.Ordinal);
            foreach (var alarm in alone.Concat(failed.Where(one => !named.Contains(one.Scenario.Id)).Select(one => Alarm(string.Join(" with ", group), one.Record))))
            {
                alarms.Add(alarm);
            }
        }, cancellation);
        return [.. alarms.DistinctBy(alarm => (alarm.Practice, alarm.Scenario))
            .OrderBy(alarm => alarm.Practice, StringComparer.Ordinal).ThenBy(alarm => alarm.Scenario, StringComparer.Ordinal)];
    }

    private List<(PlannedScenario Scenario, ScenarioRecord Record)> FailedBy(
        PracticeRunner runner, IReadOnlyList<Reading> readings, IReadOnlyList<PlannedScenario> scenarios, CancellationToken cancellation)
    {
        runner.Visit(NewPractice(readings[0].ToString(), new PracticeOptions { Readings = readings.ToHashSet() }));
        return [.. scenarios.Select(scenario => (Scenario: scenario, Record: runner.Run(scenario, cancellation))).Where(one => IsReadingAlarm(one.Record))];
    }

    private static bool IsReadingAlarm(ScenarioRecord record) => record.Verdict > Verdict.Warn;

    private static bool Differ(ScenarioRecord one, ScenarioRecord other) => !Said(one).SetEquals(Said(other));

    /// <summary>What holds and what does not, and what remarks say: but for identifiers and times, which are others each time.</summary>
    private static HashSet<(string Title, Verdict Verdict, string? Remark)> Said(ScenarioRecord record) =>
        [.. record.Checks.Select(check => (check.Title, check.Verdict, check.Verdict == Verdict.Info ? WithoutNumbers(check.Message) : null))];

    private static string? WithoutNumbers(string? text) => text is null ? null : Numbers().Replace(text, "#");

    /// <summary>Words with a digit, but for what may be a status.</summary>
    [GeneratedRegex(@"(?![1-5]\d\d\b)\b[\w:+.-]*\d[\w:+.-]*")]
    private static partial Regex Numbers();

    private static bool IsAlarm(ScenarioRecord record) => record.Verdict > Verdict.Info;

    private List<DefectTrial> Trials(IReadOnlyList<Defect> defects, Baseline baseline, Action<TrialRecord> finished, CancellationToken cancellation)
    {
        var trials = defects.Select(defect => new DefectTrial(defect, setting.Plan.Requirements, baseline)).ToList();
        var reporting = new Lock();
        Each(trials, workers, (runner, trial) =>
        {
            Try(runner, trial, cancellation);
            lock (reporting)
            {
                if (trial.IsCaught)
                {
                    finished(trial.Record);
                }
            }
        }, cancellation);

        // On a busy machine what is slow may be taken for the machine's doing: what got past the suite is tried once more by itself.
        Each(trials.Where(trial => !trial.IsCaught).ToList(), 1, (runner, trial) =>
        {
            trial.StartAgain();
            Try(runner, trial, cancellation);
            finished(trial.Record);
        }, cancellation);
        return trials;
    }

    private void Try(PracticeRunner runner, DefectTrial trial, CancellationToken cancellation)
    {
        runner.Visit(NewPractice(trial.Defect));
        foreach (var scenario in trial.Scenarios.TakeWhile(_ => !trial.IsCaught))
        {
            trial.Note(runner.Run(scenario, cancellation));
        }
    }

    /// <summary>A trial ends with the first check that catches its defect. Other requirements that the defect breaks have proofs too, and
    /// those that no trial has come to yet are to be seen to fail as well.</summary>
    private void ShowTheRest(List<DefectTrial> trials, Baseline baseline, CancellationToken cancellation)
    {
        var shown = trials.SelectMany(trial => trial.Record.Shown).ToHashSet(StringComparer.Ordinal);
        var open = baseline.Proofs.Select(proof => proof.Requirement).Where(requirement => !shown.Contains(requirement)).ToHashSet(StringComparer.Ordinal);
        var candidates = trials.Where(trial => trial.IsCaught && trial.Broken.Any(open.Contains)).ToList();
        Each(candidates, workers, (runner, trial) =>
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
        Each(trials, workers, (runner, trial) =>
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

    private void Each<T>(IEnumerable<T> items, int atATime, Action<PracticeRunner, T> work, CancellationToken cancellation)
    {
        var queue = new ConcurrentQueue<T>(items);
        WorkerThreads.Run(atATime, () =>
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
