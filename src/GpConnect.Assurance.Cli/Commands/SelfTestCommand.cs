using System.CommandLine;
using GpConnect.Assurance.Cli.SelfTest;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure selftest</c>: does the suite catch every defect of the catalogue, and leave a sound provider in peace?</summary>
internal static class SelfTestCommand
{
    public const string RecordName = "selftest.json";

    private const string PageName = "selftest.md";

    public static Command Create(CommandContext context)
    {
        var defect = new Option<string[]>("--defect") { Description = "Try only this defect; may be repeated.", HelpName = "ID" };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for selftest.json and selftest.md; by default reports/selftest-<run id>.", HelpName = "DIR" };
        var parallel = new Option<int>("--parallel") { Description = "How many practices are tried at a time.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        NumberRange.Require(parallel, 1, 64, "--parallel needs a whole number from 1 to 64.");
        var command = new Command("selftest", "Try the suite against every defect of the catalogue and against sound providers; exits with 1 when a defect gets past it or a sound answer fails.") { defect, output, parallel };
        command.SetAction((parsed, cancellation) =>
            RunAsync(context, DefectChoice.Of(parsed.GetValue(defect) ?? []), parsed.GetValue(output), parsed.GetValue(parallel), cancellation));
        return command;
    }

    /// <summary>Tries the defects, telling each trial as it ends.</summary>
    public static async Task<SelfTestRecord> TryAsync(
        RunPlan plan, IReadOnlyList<Defect> defects, int workers, Action<TrialRecord> finished, CancellationToken cancellation)
    {
        using var engine = new SpecFlowHost();
        var validator = new ProfileValidator(DefinitionStore.Open([Assets.Profiles]));
        await using var provider = await ReferenceProviderHost.StartAsync(cancellationToken: cancellation);
        return new SuiteTrial(new SelfTestSetting(plan, engine, validator, provider), workers).Run(defects, finished, cancellation);
    }

    private static async Task<int> RunAsync(
        CommandContext context, IReadOnlyList<Defect> defects, string? output, int workers, CancellationToken cancellation)
    {
        var plan = RunPlan.Make(new RunOptions());
        var folder = output ?? Path.Combine("reports", $"selftest-{RunId.New(DateTimeOffset.UtcNow)}");
        var record = await TryAsync(plan, defects, workers, trial => context.Out.WriteLine(Line(trial)), cancellation);
        foreach (var alarm in record.FalseAlarms)
        {
            context.Out.WriteLine($"false alarm  {alarm.Practice}  {alarm.Scenario}  {alarm.Name}: {alarm.Message}");
        }

        foreach (var problem in plan.Features.Problems)
        {
            context.Out.WriteLine($"error  {problem.File}:{problem.Line}: {problem.Message}");
        }

        Write(folder, record);
        context.Out.WriteLine(SelfTestSummary.Sentence(record));
        context.Out.WriteLine($"Evidence: {Path.Combine(folder, PageName)}");
        return record.IsPassed && plan.Features.Problems.Count == 0 ? ExitCode.Passed : ExitCode.ConformanceFailure;
    }

    private static void Write(string folder, SelfTestRecord record)
    {
        try
        {
            Directory.CreateDirectory(folder);
            SelfTestFile.Write(Path.Combine(folder, RecordName), record);
            File.WriteAllText(Path.Combine(folder, PageName), SelfTestMarkdown.Of(record));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The evidence cannot be written to {folder}: {e.Message}");
        }
    }

    private static string Line(TrialRecord trial) => trial.CaughtBy is { } check
        ? $"caught    {trial.Defect}  {trial.Title}: {check.Requirement} in {check.Scenario} ({trial.ScenariosRun} run)"
        : $"SURVIVED  {trial.Defect}  {trial.Title}: no check of {trial.Requirement} failed{(trial.SeenBy.Count == 0 ? "" : $"; seen by {trial.SeenBy.Count} scenarios, first {trial.SeenBy[0]}")}";
}
