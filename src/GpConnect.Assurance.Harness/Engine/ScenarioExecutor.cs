using System.Diagnostics;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Plan;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>Runs scenarios one after another on one SpecFlow runner and takes down what came of them.</summary>
/// <param name="host">Gives the _runner.</param>
/// <param name="newSession">Makes what the steps of one scenario share.</param>
public sealed class ScenarioExecutor(SpecFlowHost host, Func<PlannedScenario, ScenarioSession> newSession) : IDisposable
{
    private readonly ITestRunner _runner = host.NewRunner();
    private string? _featureFile;

    /// <summary>Runs one scenario; whatever goes wrong in it becomes part of its record.</summary>
    public ScenarioRecord Execute(PlannedScenario scenario, CancellationToken cancellation = default)
    {
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        using var session = newSession(scenario);
        var steps = new List<StepRecord>();
        string? reason = null;
        try
        {
            StartFeature(scenario);
            reason = RunSteps(scenario, session, steps, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            reason = $"A hook failed: {e.Message}";
            session.Checks.Error(new Check("the scenario runs"), reason);
        }

        return Record(scenario, session, steps, reason, started, clock.Elapsed);
    }

    public void Dispose() => EndFeature();

    private void StartFeature(PlannedScenario scenario)
    {
        if (_featureFile == scenario.File)
        {
            return;
        }

        EndFeature();
        _runner.OnFeatureStart(new FeatureInfo(
            System.Globalization.CultureInfo.InvariantCulture, scenario.Pack, scenario.Feature, scenario.FeatureDescription));
        _featureFile = scenario.File;
    }

    private void EndFeature()
    {
        if (_featureFile is null)
        {
            return;
        }

        _featureFile = null;
        _runner.OnFeatureEnd();
    }

    /// <returns>Why the scenario was stopped or skipped; null when it ran to its end.</returns>
    private string? RunSteps(PlannedScenario scenario, ScenarioSession session, List<StepRecord> steps, CancellationToken cancellation)
    {
        _runner.OnScenarioInitialize(new ScenarioInfo(scenario.Name, null, [.. scenario.Tags], null, null));
        session.RegisterIn(_runner.ScenarioContext.ScenarioContainer);
        try
        {
            _runner.OnScenarioStart();
            string? reason = null;
            foreach (var step in scenario.Steps)
            {
                cancellation.ThrowIfCancellationRequested();
                reason ??= HookFailure();
                if (reason is not null)
                {
                    steps.Add(new StepRecord(step.Keyword, step.Text, step.Line, Verdict.Skip, 0));
                    continue;
                }

                reason = RunStep(scenario, step, session, steps);
                cancellation.ThrowIfCancellationRequested();
            }

            return reason;
        }
        finally
        {
            session.Checks.Step = null;
            _runner.OnScenarioEnd();
        }

        string? HookFailure() => steps.Count == 0 && _runner.ScenarioContext.TestError is { } error
            ? throw new InvalidOperationException(error.Message, error)
            : null;
    }

    private string? RunStep(PlannedScenario scenario, PlannedStep step, ScenarioSession session, List<StepRecord> steps)
    {
        var clock = Stopwatch.StartNew();
        var checksBefore = session.Checks.Records.Count;
        session.Checks.Step = steps.Count;
        var failures = AssertionFailures.Of(() => Call(step));
        foreach (var message in failures)
        {
            session.Checks.Fail(new Check(step.Text), message);
        }

        var stop = Outcome(scenario, step, session, checksBefore);
        var verdict = Worst(session.Checks.Records.Skip(checksBefore));
        steps.Add(new StepRecord(step.Keyword, step.Text, step.Line, verdict, clock.Elapsed.TotalMilliseconds, stop));
        return stop;
    }

    private void Call(PlannedStep step)
    {
        var table = ToTable(step.Table);
        var keyword = step.Keyword + " ";
        switch (step.Kind)
        {
            case StepKind.Given:
                _runner.Given(step.Text, step.DocString, table, keyword);
                break;
            case StepKind.When:
                _runner.When(step.Text, step.DocString, table, keyword);
                break;
            default:
                _runner.Then(step.Text, step.DocString, table, keyword);
                break;
        }
    }

    /// <returns>Why the scenario cannot go on; null when it can.</returns>
    private string? Outcome(PlannedScenario scenario, PlannedStep step, ScenarioSession session, int checksBefore)
    {
        var context = _runner.ScenarioContext;
        var check = new Check($"the step \"{step.Text}\" runs");
        var at = $"{scenario.File}:{step.Line}";
        switch (context.ScenarioExecutionStatus)
        {
            case ScenarioExecutionStatus.OK:
                return step.Kind == StepKind.Then && session.Checks.Records.Count == checksBefore
                    ? Error($"{at}: the step \"{step.Text}\" checks nothing.")
                    : null;
            case ScenarioExecutionStatus.UndefinedStep:
                return Error($"{at}: no step definition matches \"{step.Text}\".");
            case ScenarioExecutionStatus.StepDefinitionPending:
                return Error($"{at}: the step definition of \"{step.Text}\" is pending.");
            case ScenarioExecutionStatus.BindingError:
                return Error($"{at}: {context.TestError?.Message.TrimEnd('.')}.");
        }

        switch (context.TestError)
        {
            case ScenarioStoppedException stopped:
                return stopped.Message;
            case ScenarioSkippedException skipped:
                session.Checks.Skip(check, skipped.Message);
                return skipped.Message;
            case { } error when session.Checks.Records.Skip(checksBefore).Any(c => c.Verdict == Verdict.Fail):
                // After a failed assertion a step may well fall over what it had just found missing.
                return error.Message;
            case { } error:
                return Error($"{at}: the step failed with {error.GetType().Name}: {error.Message}");
            default:
                return Error($"{at}: the step ended as {context.ScenarioExecutionStatus}.");
        }

        string Error(string reason)
        {
            session.Checks.Error(check, reason);
            return reason;
        }
    }

    private static ScenarioRecord Record(
        PlannedScenario scenario, ScenarioSession session, IReadOnlyList<StepRecord> steps, string? reason, DateTimeOffset started, TimeSpan took)
    {
        if (Worst(session.Checks.Records) == Verdict.Pass && (reason is not null || !session.Checks.Records.Any(check => IsOfThen(scenario, check))))
        {
            reason ??= $"{scenario.File}:{scenario.Line}: the scenario checks nothing.";
            session.Checks.Error(new Check("the scenario checks something, and runs to its end"), reason);
        }

        return new ScenarioRecord
        {
            Id = scenario.Id,
            Pack = scenario.Pack,
            Feature = scenario.Feature,
            File = scenario.File,
            Line = scenario.Line,
            Name = scenario.Name,
            Tags = scenario.Tags,
            Requirements = [.. scenario.Requirements],
            Verdict = Worst(session.Checks.Records),
            Reason = reason,
            Started = started,
            DurationMs = took.TotalMilliseconds,
            Steps = steps,
            Checks = session.Checks.Records,
            Exchanges = session.ExchangeIds,
            ResponseTimes = session.ResponseTimes,
            LeftBehind = session.LeftBehind,
        };
    }

    /// <summary>What is checked of every response says nothing of what the scenario is about.</summary>
    private static bool IsOfThen(PlannedScenario scenario, CheckRecord check) =>
        check.Step is { } step && scenario.Steps[step].Kind == StepKind.Then;

    /// <summary>What is only worth knowing takes nothing from a pass.</summary>
    private static Verdict Worst(IEnumerable<CheckRecord> checks)
    {
        var worst = checks.Select(check => check.Verdict).DefaultIfEmpty(Verdict.Pass).Max();
        return worst == Verdict.Info ? Verdict.Pass : worst;
    }

    private static Table? ToTable(IReadOnlyList<IReadOnlyList<string>>? rows)
    {
        if (rows is null)
        {
            return null;
        }

        var table = new Table([.. rows[0]]);
        foreach (var row in rows.Skip(1))
        {
            table.AddRow([.. row]);
        }

        return table;
    }
}
