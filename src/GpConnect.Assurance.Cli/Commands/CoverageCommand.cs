using System.CommandLine;
using GpConnect.Assurance.Cli.Output;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure coverage</c>: which published requirements are proved, by what, and which defect shows that the proof can fail.</summary>
internal static class CoverageCommand
{
    public static Command Create(CommandContext context)
    {
        var pack = new Option<string[]>("--pack") { Description = "Report only this pack; may be repeated.", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "table, markdown, csv or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "markdown", "csv", "json");
        var output = new Option<string?>("--output", "-o") { Description = "File to write to; by default standard output.", HelpName = "FILE" };
        var selfTest = new Option<string?>("--selftest") { Description = "The selftest.json of a whole self-test of these features; by default one is made first.", HelpName = "FILE" };
        var parallel = new Option<int>("--parallel") { Description = "How many practices a self-test tries at a time.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        NumberRange.Require(parallel, 1, 64, "--parallel needs a whole number from 1 to 64.");
        var command = new Command("coverage", "Show what proves each requirement, and which defect shows that the proof can fail; exits with 1 when a finished pack has a gap.")
        {
            pack, format, output, selfTest, parallel,
        };
        command.SetAction((parsed, cancellation) => RunAsync(context, new CoverageOptions
        {
            Packs = parsed.GetValue(pack) ?? [],
            Format = parsed.GetValue(format)!,
            Output = parsed.GetValue(output),
            SelfTest = parsed.GetValue(selfTest),
            Parallel = parsed.GetValue(parallel),
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CoverageOptions options, CancellationToken cancellation)
    {
        var plan = RunPlan.Make(new RunOptions());
        CheckPacks(options.Packs, plan.Requirements.Packs);
        var selfTest = options.SelfTest is null
            ? await SelfTestCommand.TryAsync(plan, DefectCatalogue.All, options.Parallel, _ => { }, cancellation)
            : Read(options.SelfTest, plan);
        var report = CoverageReport.Of(plan.Requirements, selfTest, options.Packs);
        Write(context, options, report);
        var gaps = PackGaps.Of(PackFiles.Read(plan.Directories), report, plan.Features.Scenarios, plan.Rules);
        foreach (var gap in gaps)
        {
            await context.Error.WriteLineAsync(gap);
        }

        return gaps.Count == 0 ? ExitCode.Passed : ExitCode.ConformanceFailure;
    }

    private static SelfTestRecord Read(string path, RunPlan plan)
    {
        var record = SelfTestFile.Read(path);
        if (!record.IsComplete)
        {
            throw new UserErrorException($"{path} holds some defects only; name the record of a whole self-test.");
        }

        return record.FeaturesHash == FeaturesHash.Of(plan.Directories)
            ? record
            : throw new UserErrorException($"{path} was made with other features, rules or requirements; run 'gpc-assure selftest' again.");
    }

    private static void CheckPacks(IReadOnlyList<string> asked, IReadOnlyList<string> known)
    {
        if (asked.FirstOrDefault(pack => !known.Contains(pack)) is { } unknown)
        {
            throw new UserErrorException($"There is no pack '{unknown}': --pack takes one of {string.Join(", ", known)}.");
        }
    }

    private static void Write(CommandContext context, CoverageOptions options, CoverageReport report)
    {
        if (options.Output is null)
        {
            Write(context.Out, options.Format, context, report);
            return;
        }

        try
        {
            using var file = File.CreateText(options.Output);
            Write(file, options.Format, context with { Out = file, IsInteractive = false }, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The coverage cannot be written to {options.Output}: {e.Message}");
        }
    }

    private static void Write(TextWriter writer, string format, CommandContext context, CoverageReport report)
    {
        switch (format)
        {
            case "markdown":
                writer.Write(CoverageMarkdown.Of(report));
                break;
            case "csv":
                writer.Write(CoverageCsv.Of(report));
                break;
            case "json":
                writer.Write(CoverageJson.Of(report));
                break;
            default:
                CoverageTable.Write(context.Terminal(noColor: false), report);
                break;
        }
    }
}
