using GpConnect.Assurance.Harness.Coverage;
using Spectre.Console;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>The coverage for a console: pack by pack and page by page, a line for each requirement that binds the provider.</summary>
internal static class CoverageTable
{
    public static void Write(IAnsiConsole console, CoverageReport report)
    {
        foreach (var pack in report.Rows.GroupBy(row => row.Pack))
        {
            foreach (var page in pack.Where(row => row.Status != CoverageStatus.OtherParty).GroupBy(row => row.Page).OrderBy(page => page.Key, StringComparer.Ordinal))
            {
                console.WriteLine();
                console.MarkupLineInterpolated($"[bold]{pack.Key}: {page.Key}[/]");
                console.Write(Table(page));
            }

            console.MarkupLineInterpolated($"[bold]{pack.Key}[/]: {CoverageTotals.Of(pack).Sentence}");
        }
    }

    private static Table Table(IEnumerable<CoverageRow> rows)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders()
            .AddColumns(new TableColumn("Requirement").NoWrap(), new TableColumn("Level").NoWrap(), new TableColumn("Status").NoWrap(), new TableColumn("Title"), new TableColumn("Proof"));
        foreach (var row in rows)
        {
            table.AddRow(
                new Markup(row.Requirement),
                new Markup(row.Level),
                new Markup(CoverageWords.Of(row), new Style(ColorOf(row))),
                new Markup(Markup.Escape(row.Title)),
                new Markup(Markup.Escape(Proof(row))));
        }

        return table;
    }

    private static string Proof(CoverageRow row)
    {
        string?[] parts =
        [
            Count(row.Scenarios, "scenario"),
            Count(row.Rules, "rule"),
            row.IsStanding ? "every response" : null,
            Count(row.Defects, "defect"),
            row.Scenarios.Count + row.Rules.Count == 0 && !row.IsStanding ? row.Note : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Count(IReadOnlyList<string> names, string singular) => names.Count switch
    {
        0 => null,
        1 => $"{singular} {names[0]}",
        var count => $"{count} {singular}s",
    };

    private static Color ColorOf(CoverageRow row) => row.Status switch
    {
        CoverageStatus.Proved => Color.Green,
        CoverageStatus.NotAutomatable or CoverageStatus.Elsewhere => Color.Grey,
        _ => row.IsGap ? Color.Red : Color.Yellow,
    };
}
