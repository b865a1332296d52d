using System.CommandLine;
using GpConnect.Assurance.Cli.SelfTest;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure selftest</c>: does the suite catch every defect of the catalogue, and leave a sound provider in peace?</summary>
internal static class SelfTestCommand
{
    public static Command Create(CommandContext context)
    {
        var defect = new Option<string[]>("--defect") { Description = "Try only this defect; may be repeated.", HelpName = "ID" };
        var parallel = new Option<int>("--parallel") { Description = "How many practices are tried at a time.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        NumberRange.Require(parallel, 1, 64, "--parallel needs a whole number from 1 to 64.");
        var command = new Command("selftest", "Try the suite against every defect of the catalogue and against a sound provider; exits with 1 when a defect gets past it or a sound answer fails.") { defect, parallel };
        command.SetAction((parsed, cancellation) => RunAsync(context, Chosen(parsed.GetValue(defect) ?? []), parsed.GetValue(parallel), cancellation));
        return command;
    }

    private static IReadOnlyList<Defect> Chosen(string[] ids)
    {
        try
        {
            return ids.Length == 0 ? DefectCatalogue.All : [.. ids.Select(DefectCatalogue.Find)];
        }
        catch (KeyNotFoundException e)
        {
            throw new UserErrorException($"{e.Message} The catalogue goes from {DefectCatalogue.All[0].Id} to {DefectCatalogue.All[^1].Id}.");
        }
    }

    private static async Task<int> RunAsync(CommandContext context, IReadOnlyList<Defect> defects, int workers, CancellationToken cancellation)
    {
        var plan = RunPlan.Make(new RunOptions());
        using var engine = new SpecFlowHost();
        var validator = new ProfileValidator(DefinitionStore.Open([Assets.Profiles]));
        await using var provider = await ReferenceProviderHost.StartAsync(cancellationToken: cancellation);
        var printing = new Lock();
        var result = new SuiteTrial(plan, engine, validator, provider).Run(defects, workers, trial =>
        {
            lock (printing)
            {
                context.Out.WriteLine(Line(trial));
            }
        }, cancellation);
        foreach (var alarm in result.FalseAlarms)
        {
            context.Out.WriteLine($"false alarm  {alarm.Id}  {alarm.Name}: {alarm.Checks.First(check => check.Verdict == alarm.Verdict).Message}");
        }

        context.Out.WriteLine($"{result.Caught} of {result.Trials.Count} defects caught, {result.FalseAlarms.Count} false alarms over {plan.Features.Scenarios.Count} scenarios.");
        return result.IsPassed ? ExitCode.Passed : ExitCode.ConformanceFailure;
    }

    private static string Line(DefectTrial trial) => trial.IsCaught
        ? $"caught    {trial.Defect.Id}  {trial.Defect.Title}: {trial.Requirement} in {trial.CaughtBy} ({trial.ScenariosRun} run)"
        : $"SURVIVED  {trial.Defect.Id}  {trial.Defect.Title}: no check of {trial.Defect.Requirement} failed{(trial.SeenBy.Count == 0 ? "" : $"; seen by {trial.SeenBy.Count} scenarios, first {trial.SeenBy[0]}")}";
}
