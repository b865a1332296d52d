using System.Collections.Concurrent;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>Runs planned scenarios on a number of workers, each with a SpecFlow runner and an HTTP client of its own.</summary>
public sealed class ScenarioRun(RunContext context, ProviderClientFactory clients, SpecFlowHost host)
{
    /// <summary>Runs the scenarios; returns when all have ended or, once cancelled, when the workers have stopped.</summary>
    /// <param name="scenarios">Taken in this order.</param>
    /// <param name="workers">How many run at a time, at least 1.</param>
    /// <param name="finished">Called as each scenario ends, by one worker at a time.</param>
    /// <param name="cancellation">Stops each worker in the middle of its scenario, which then leaves no record.</param>
    public void Execute(
        IReadOnlyList<PlannedScenario> scenarios, int workers, Action<ScenarioRecord> finished, CancellationToken cancellation = default)
    {
        var queue = new ConcurrentQueue<PlannedScenario>(scenarios);
        var reporting = new Lock();
        void Report(ScenarioRecord record)
        {
            lock (reporting)
            {
                finished(record);
            }
        }

        WorkerThreads.Run(Math.Min(workers, Math.Max(1, scenarios.Count)), () => Work(queue, Report, cancellation));
    }

    private void Work(ConcurrentQueue<PlannedScenario> queue, Action<ScenarioRecord> finished, CancellationToken cancellation)
    {
        using var client = clients.Create();
        using var executor = new ScenarioExecutor(host, scenario => NewSession(scenario, client, cancellation));
        while (!cancellation.IsCancellationRequested && queue.TryDequeue(out var scenario))
        {
            finished(executor.Execute(scenario, cancellation));
        }
    }

    private ScenarioSession NewSession(PlannedScenario scenario, ProviderClient client, CancellationToken cancellation)
    {
        var session = new ScenarioSession(scenario, new CheckRecorder(scenario, context.Reference));
        session.Share(new Consumer(session, context, client, cancellation));
        return session;
    }
}
