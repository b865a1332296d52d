using System.CommandLine;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Diagnosis;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Validation;
using Spectre.Console;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure doctor</c>: is all well with a target before it is tested?</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandContext context)
    {
        var target = new Option<string?>("--target") { Description = "Service root URL of the provider; without it, and without --config, the reference provider.", HelpName = "URL" };
        var config = new Option<string?>("--config") { Description = "Settings of the target in YAML.", HelpName = "FILE" };
        var noColor = new Option<bool>("--no-color") { Description = "Plain lines, without colour." };
        var command = new Command("doctor", "Look whether a provider can be tested: the connection, the capability statement, and whoever plays a role; exits with 1 when something is to be mended.") { target, config, noColor };
        command.SetAction((parsed, cancellation) => RunAsync(
            context, new RunOptions { Target = parsed.GetValue(target), Config = parsed.GetValue(config), NoColor = parsed.GetValue(noColor) }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RunOptions options, CancellationToken cancellation)
    {
        await using var target = await RunTarget.OpenAsync(options, context, cancellation);
        using var clients = new ProviderClientFactory(target.Settings);
        using var client = clients.Create();
        var run = new RunContext(target.Settings, RequirementCatalogue.Load([]), new ProfileValidator(DefinitionStore.Open([Assets.Profiles])), (_, _, _) => { });
        var console = context.Terminal(options.NoColor);
        context.Out.WriteLine($"{target.Url}:");
        var findings = new List<Finding>();
        await foreach (var finding in TargetDoctor.ExamineAsync(run, client, cancellation))
        {
            findings.Add(finding);
            Show(console, context.Out, finding);
        }

        var problems = findings.Count(finding => finding.Level == FindingLevel.Problem);
        context.Out.WriteLine(problems switch
        {
            0 => "The target can be tested.",
            1 => "One thing is to be mended before the target is tested.",
            _ => $"{problems} things are to be mended before the target is tested.",
        });
        return findings.Exists(finding => finding.IsFatal) ? ExitCode.NoVerdict : problems == 0 ? ExitCode.Passed : ExitCode.ConformanceFailure;
    }

    /// <summary>Only the first word goes through the console, which would break long lines.</summary>
    private static void Show(IAnsiConsole console, TextWriter output, Finding finding)
    {
        var (word, color) = finding.Level switch
        {
            FindingLevel.Fine => ("ok     ", "green"),
            FindingLevel.Note => ("note   ", "yellow"),
            _ => ("problem", "red"),
        };
        console.MarkupInterpolated($"[{color}]{word}[/]");
        output.WriteLine($"  {finding.Subject}: {finding.Message}");
        if (finding.Advice is { } advice)
        {
            output.WriteLine($"         {advice}");
        }
    }
}
