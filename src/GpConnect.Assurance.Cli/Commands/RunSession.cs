using System.Diagnostics;
using System.Runtime.InteropServices;
using GpConnect.Assurance.Cli.Output;
using GpConnect.Assurance.Cli.Validate;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Evidence.Redaction;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>One <c>gpc-assure run</c>, from options to exit code.</summary>
internal sealed class RunSession(CommandContext context, RunOptions options)
{
    private const string PreflightScenario = "preflight";

    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var plan = RunPlan.Make(options);
        if (plan.Count == 0)
        {
            throw new UserErrorException("No scenario fits --pack, --tags and --name; see them all with --list.");
        }

        if (options.List)
        {
            ScenarioList.Write(context.Out, plan.Features);
            return ExitCode.Passed;
        }

        // The engine scans step assemblies and the reference provider starts its server: each has its own work to wait for.
        var engine = Task.Run(() => new SpecFlowHost([.. options.Steps.Select(StepAssemblyLoader.Load)]), CancellationToken.None);
        await using var target = await RunTarget.OpenAsync(options, context, cancellation);
        using var host = await engine;
        return await RunAsync(plan, target, host, cancellation);
    }

    private async Task<int> RunAsync(RunPlan plan, RunTarget target, SpecFlowHost host, CancellationToken cancellation)
    {
        using var terminology = TerminologyOption.Open(options.Terminology);
        var definitions = DefinitionStore.Open([Assets.Profiles, .. options.Profiles]);
        var run = Describe(plan, target) with { ProfilesHash = definitions.ContentHash };
        using var pack = EvidencePack.Create(options.Output ?? Path.Combine("reports", run.Id), run, Redactor(target));
        using var clients = new ProviderClientFactory(target.Settings);
        var validator = new ProfileValidator(definitions, terminology);
        var probe = await ProbeAsync(Context(declaredVersion: null), clients, pack, cancellation);
        if (probe?.Failure is { } failure)
        {
            pack.Finish(Ended(run, failure.Message, Verdict.Error, ExitCode.NoVerdict));
            throw new UserErrorException($"{target.Url} cannot be tested: {failure.Message}", ExitCode.NoVerdict);
        }

        run = run with { TargetSoftware = probe?.Software };
        var scenarios = new ScenarioRun(Context(probe?.SpecificationVersion), clients, host);
        var records = Execute(plan, scenarios, pack, target, cancellation);
        return Conclude(run, pack, records, cancellation.IsCancellationRequested);

        RunContext Context(string? declaredVersion) =>
            new(target.Settings, plan.Requirements, validator, (exchange, id, scenario) => Keep(pack, exchange, id, scenario.Id))
            {
                Rules = plan.Rules,
                DeclaredVersion = declaredVersion,
            };
    }

    private List<ScenarioRecord> Execute(RunPlan plan, ScenarioRun scenarios, EvidencePack pack, RunTarget target, CancellationToken cancellation)
    {
        var records = new List<ScenarioRecord>(plan.Count);
        RunProgress.Of(context, options.NoColor).Show(Title(plan, target), plan.Count, progress =>
        {
            void Finished(ScenarioRecord record)
            {
                pack.Append(record);
                records.Add(record);
                progress.Finished(record);
            }

            foreach (var problem in plan.Features.Problems)
            {
                Finished(ProblemRecord.Of(problem, _started));
            }

            scenarios.Execute(plan.Features.Scenarios, options.Parallel, Finished, cancellation);
        });
        return records;
    }

    private int Conclude(RunRecord run, EvidencePack pack, List<ScenarioRecord> records, bool interrupted)
    {
        var totals = RunTotals.Of(records);
        var complete = !interrupted && records.Count == run.Planned;
        var exitCode = ExitCode.Of(totals.Scenarios, complete, options.Strict);
        var ended = Ended(run, interrupted ? "Ctrl+C was pressed." : null, totals.Scenarios.Worst, exitCode);
        pack.Finish(ended);
        RunSummary.Write(context.Terminal(options.NoColor), ended, totals, records, pack.Directory);
        return exitCode;
    }

    private RunRecord Describe(RunPlan plan, RunTarget target) => new()
    {
        Id = RunId.New(_started),
        Tool = ToolVersion.NameAndVersion,
        Started = _started,
        Target = target.Url,
        ReferenceProvider = target.IsReferenceProvider,
        Options = options.AsGiven,
        Planned = plan.Count,
        Environment = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
        FeaturesHash = FeaturesHash.Of(plan.Directories),
    };

    private RunRecord Ended(RunRecord run, string? interruptedBecause, Verdict? verdict, int exitCode) => run with
    {
        Finished = DateTimeOffset.UtcNow,
        DurationMs = _clock.Elapsed.TotalMilliseconds,
        Interrupted = interruptedBecause is not null,
        InterruptedBecause = interruptedBecause,
        Verdict = verdict,
        ExitCode = exitCode,
    };

    /// <returns>What the target said; null when the run was cancelled while it was asked.</returns>
    private static async Task<ProbeResult?> ProbeAsync(
        RunContext shared, ProviderClientFactory clients, EvidencePack pack, CancellationToken cancellation)
    {
        using var client = clients.Create();
        try
        {
            var probe = await TargetProbe.CallAsync(shared, client, cancellation);
            Keep(pack, probe.Exchange, PreflightScenario, PreflightScenario);
            return probe;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static void Keep(EvidencePack pack, Exchange exchange, string id, string scenario) =>
        pack.Write(exchange.ToRecord(id, scenario), exchange.ToContent());

    private static Redactor Redactor(RunTarget target)
    {
        var redactor = new Redactor();
        foreach (var secret in target.Settings.Secrets)
        {
            redactor.Add(secret.Reveal());
        }

        return redactor;
    }

    private static string Title(RunPlan plan, RunTarget target) =>
        $"{plan.Count} scenarios against {(target.IsReferenceProvider ? $"the reference provider at {target.Url}" : target.Url)}";
}
