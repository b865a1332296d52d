using System.CommandLine;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Lint;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure lint</c>: what in features, rules and steps makes a verdict worth less than it seems.</summary>
internal static class LintCommand
{
    public static Command Create(CommandContext context)
    {
        var features = new Option<string[]>("--features") { Description = "Look at the features of this folder as well; may be repeated.", HelpName = "DIR" };
        var steps = new Option<string[]>("--steps") { Description = "Use the step definitions of this assembly as well; may be repeated.", HelpName = "DLL" };
        var errorsOnly = new Option<bool>("--errors-only") { Description = "Leave out what is only worth knowing." };
        var command = new Command("lint", "Look for scenarios, rules and steps that let a verdict be wrong; exits with 1 on errors.") { features, steps, errorsOnly };
        command.SetAction((parsed, _) => Task.FromResult(Run(
            context,
            new RunOptions { Features = parsed.GetValue(features) ?? [], Steps = parsed.GetValue(steps) ?? [] },
            parsed.GetValue(errorsOnly))));
        return command;
    }

    private static int Run(CommandContext context, RunOptions options, bool errorsOnly)
    {
        var plan = RunPlan.Make(options);
        using var engine = new SpecFlowHost([.. options.Steps.Select(StepAssemblyLoader.Load)]);
        var findings = Linter.Run(new LintSubject
        {
            Features = plan.Features,
            Requirements = plan.Requirements,
            Rules = plan.Rules,
            Packs = PackFiles.Read(plan.Directories),
            Steps = engine.StepDefinitions(),
        });
        foreach (var finding in findings.Where(finding => !errorsOnly || finding.Severity == LintSeverity.Error))
        {
            context.Out.WriteLine(finding);
        }

        var errors = findings.Count(finding => finding.Severity == LintSeverity.Error);
        context.Out.WriteLine($"{errors} errors, {findings.Count - errors} remarks on {plan.Features.Scenarios.Count} scenarios and {plan.Rules.All.Count} rules.");
        return errors == 0 ? ExitCode.Passed : ExitCode.ConformanceFailure;
    }
}
