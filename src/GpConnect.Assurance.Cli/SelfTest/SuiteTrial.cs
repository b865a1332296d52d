using System.Collections.Concurrent;
using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>Tries the suite itself: against a sound practice, and against one practice for each defect, all in one process.</summary>
internal sealed class SuiteTrial(RunPlan plan, SpecFlowHost engine, ProfileValidator validator, ReferenceProviderHost provider)
{
    /// <param name="defects">The defects to try.</param>
    /// <param name="workers">How many practices are tried at a time.</param>
    /// <param name="finished">Called with each trial as it ends, by any worker.</param>
    /// <param name="cancellation">Stops the trial.</param>
    public SelfTestResult Run(IReadOnlyList<Defect> defects, int workers, Action<DefectTrial> finished, CancellationToken cancellation)
    {
        var trials = new ConcurrentDictionary<string, DefectTrial>();
        var alarms = new ConcurrentBag<ScenarioRecord>();
        var jobs = new ConcurrentQueue<Action>(
        [
            () => Sound(cancellation).ForEach(alarms.Add),
            .. defects.Select(defect => (Action)(() =>
            {
                var trial = Try(defect, cancellation);
                trials[defect.Id] = trial;
                finished(trial);
            })),
        ]);
        WorkerThreads.Run(workers, () =>
        {
            while (jobs.TryDequeue(out var job))
            {
                job();
            }
        });
        cancellation.ThrowIfCancellationRequested();
        return new SelfTestResult(
            [.. alarms.OrderBy(record => record.Id, StringComparer.Ordinal)],
            [.. defects.Select(defect => trials[defect.Id])]);
    }

    private List<ScenarioRecord> Sound(CancellationToken cancellation)
    {
        using var clients = new ProviderClientFactory(SettingsOf(PracticeOptions.DefaultOdsCode));
        using var executor = Executor(PracticeOptions.DefaultOdsCode, clients, cancellation);
        return [.. plan.Features.Scenarios.Select(scenario => executor.Execute(scenario, cancellation)).Where(record => record.Verdict > Verdict.Info)];
    }

    /// <summary>Runs the scenarios that name the requirement first, the rest only when these miss the defect.</summary>
    private DefectTrial Try(Defect defect, CancellationToken cancellation)
    {
        var practice = defect.Id.Replace("-", "", StringComparison.Ordinal);
        provider.AddPractice(new PracticeOptions { OdsCode = practice, Defects = [defect] });
        var broken = Broken(defect);
        using var clients = new ProviderClientFactory(SettingsOf(practice));
        using var executor = Executor(practice, clients, cancellation);
        var seen = new List<string>();
        var count = 0;
        foreach (var scenario in plan.Features.Scenarios.OrderByDescending(scenario => scenario.Requirements.Any(broken.Contains)))
        {
            cancellation.ThrowIfCancellationRequested();
            var record = executor.Execute(scenario, cancellation);
            count++;
            if (CatchingRequirement(record, broken) is { } requirement)
            {
                return new DefectTrial(defect, record.Id, requirement, count, seen);
            }

            if (record.Verdict >= Verdict.Warn)
            {
                seen.Add(record.Id);
            }
        }

        return new DefectTrial(defect, null, null, count, seen);
    }

    /// <summary>The requirements that show the defect: those of the catalogue, the entries they point to and those that point to them.</summary>
    private HashSet<string> Broken(Defect defect)
    {
        var ids = new HashSet<string>([defect.Requirement, .. defect.AlsoBreaks], StringComparer.Ordinal);
        foreach (var requirement in plan.Requirements.All)
        {
            var deciders = plan.Requirements.DecidedBy(requirement).Select(decider => decider.Id).ToList();
            if (ids.Contains(requirement.Id) || deciders.Exists(ids.Contains))
            {
                ids.UnionWith([requirement.Id, .. deciders]);
            }
        }

        return ids;
    }

    /// <summary>A breach at the level of its requirement: a SHOULD that is broken warns, a MAY only informs.</summary>
    private static string? CatchingRequirement(ScenarioRecord record, HashSet<string> broken) => record.Checks
        .Where(check => check.Verdict is Verdict.Fail or Verdict.Warn)
        .SelectMany(check => check.Requirements)
        .Select(requirement => requirement.Id)
        .FirstOrDefault(broken.Contains);

    private ScenarioExecutor Executor(string practice, ProviderClientFactory clients, CancellationToken cancellation)
    {
        var context = new RunContext(SettingsOf(practice), plan.Requirements, validator, (_, _, _) => { });
        var client = clients.Create();
        return new ScenarioExecutor(engine, scenario =>
        {
            var session = new ScenarioSession(scenario, new CheckRecorder(scenario, context.Reference));
            session.Share(new Consumer(session, context, client, cancellation));
            return session;
        });
    }

    private TargetSettings SettingsOf(string practice) => ReferenceTarget.Settings(new TargetSettings(), provider.TestDataOf(practice));
}
