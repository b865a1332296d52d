using GpConnect.Assurance.Evidence;
using Spectre.Console;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>The last thing a run prints: totals by pack and interaction, the verdict, where the evidence is.</summary>
internal static class RunSummary
{
    private const int MostLeftBehind = 10;
    private static readonly Verdict[] Columns = [Verdict.Pass, Verdict.Warn, Verdict.Fail, Verdict.Skip, Verdict.Error];

    public static void Write(IAnsiConsole console, RunRecord run, RunTotals totals, IReadOnlyCollection<ScenarioRecord> records, string directory)
    {
        console.WriteLine();
        console.Write(Table(totals));
        var headline = RunHeadline.Of(run, totals);
        console.MarkupLineInterpolated($"[bold {VerdictWord.ColorOf(headline.Verdict)}]{headline.Title}.[/] {headline.Sentence}");
        console.WriteLine($"{records.Sum(record => record.Checks.Count)} checks on {records.Sum(record => record.Exchanges.Count)} exchanges in {run.DurationMs / 1000:0.0} s");
        WriteLeftBehind(console, run, [.. records.SelectMany(record => record.LeftBehind)]);
        console.WriteLine($"Report: {Path.Combine(directory, "report.html")}");
    }

    /// <summary>What a reference provider of the run's own kept is gone with it.</summary>
    private static void WriteLeftBehind(IAnsiConsole console, RunRecord run, List<string> leftBehind)
    {
        if (run.ReferenceProvider || leftBehind.Count == 0)
        {
            return;
        }

        console.WriteLine("Left behind at the provider, as the report lists:");
        foreach (var sentence in leftBehind.Order(StringComparer.Ordinal).Take(MostLeftBehind))
        {
            console.WriteLine($"  {sentence}");
        }

        if (leftBehind.Count > MostLeftBehind)
        {
            console.WriteLine($"  and {leftBehind.Count - MostLeftBehind} more");
        }
    }

    private static Table Table(RunTotals totals)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("Pack").AddColumn("Interaction");
        foreach (var verdict in Columns)
        {
            table.AddColumn(new TableColumn(VerdictWord.Of(verdict)).RightAligned());
        }

        foreach (var pack in totals.Packs)
        {
            foreach (var interaction in pack.Interactions)
            {
                table.AddRow([Cell(pack.Pack), Cell(interaction.Interaction), .. Columns.Select(verdict => Count(interaction.Scenarios, verdict))]);
            }
        }

        return table;
    }

    private static Markup Cell(string text) => new(Markup.Escape(text));

    private static Markup Count(VerdictCounts counts, Verdict verdict) =>
        counts[verdict] == 0 ? new Markup("[grey]·[/]") : new Markup($"[{VerdictWord.ColorOf(verdict)}]{counts[verdict]}[/]");
}
