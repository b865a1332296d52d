namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Counts of the whole run, then by pack and interaction.</summary>
internal static class TotalsSection
{
    private static readonly string[] Columns = ["Scenarios", "Passed", "Warnings", "Failed", "Errors", "Not tested", "Checks"];

    /// <summary>Segments of a bar, from left to right.</summary>
    private static readonly Verdict[] Segments = [Verdict.Pass, Verdict.Warn, Verdict.Fail, Verdict.Error, Verdict.Skip];

    public static void Write(Html html, ReportModel model)
    {
        using var section = html.In("section", ("aria-labelledby", "totals"));
        html.Put("h2", "Totals", ("id", "totals"));
        WriteTiles(html, model);
        using var scroll = html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Totals by pack and interaction"));
        using var table = html.In("table", ("class", "totals"));
        html.Put("caption", "Scenarios by pack and interaction");
        WriteHeadings(html);
        foreach (var pack in model.Totals.Packs)
        {
            WritePack(html, pack);
        }

        using var foot = html.In("tfoot");
        WriteRow(html, "All packs", "row", model.Totals.Scenarios, model.Totals.Checks);
    }

    private static void WriteTiles(Html html, ReportModel model)
    {
        using var list = html.In("ul", ("class", "tiles"));
        var scenarios = model.Totals.Scenarios;
        WriteTile(html, "Scenarios", scenarios.Total, null);
        WriteTile(html, "Passed", scenarios.Pass + scenarios.Info, Verdict.Pass);
        WriteTile(html, "Failed", scenarios.Fail, Verdict.Fail);
        WriteTile(html, "Warnings", scenarios.Warn, Verdict.Warn);
        WriteTile(html, "Errors", scenarios.Error, Verdict.Error);
        WriteTile(html, "Not tested", scenarios.Skip, Verdict.Skip);
        WriteTile(html, "Checks", model.Totals.Checks.Total, null);
        WriteTile(html, "Requirements", model.Requirements.Count, null);
    }

    private static void WriteTile(Html html, string label, int count, Verdict? verdict)
    {
        using var item = html.In("li", ("class", count == 0 ? "none" : verdict?.Word()));
        html.Put("strong", $"{count:N0}").Text(" ").Put("span", label);
    }

    private static void WriteHeadings(Html html)
    {
        using var head = html.In("thead");
        using var row = html.In("tr");
        html.Put("th", "Interaction", ("scope", "col"));
        foreach (var column in Columns)
        {
            html.Put("th", column, ("scope", "col"), ("class", "number"));
        }

        html.Put("th", "Share", ("scope", "col"), ("class", "share"));
    }

    private static void WritePack(Html html, PackTotals pack)
    {
        using var body = html.In("tbody");
        WriteRow(html, pack.Pack, "rowgroup", pack.Scenarios, pack.Checks);
        foreach (var interaction in pack.Interactions)
        {
            WriteRow(html, interaction.Interaction, "row", interaction.Scenarios, interaction.Checks);
        }
    }

    private static void WriteRow(Html html, string name, string scope, VerdictCounts counts, VerdictCounts checks)
    {
        using var row = html.In("tr", ("class", scope == "rowgroup" ? "pack" : null));
        html.Put("th", name, ("scope", scope));
        WriteNumber(html, counts.Total, null);
        WriteNumber(html, counts.Pass + counts.Info, null);
        WriteNumber(html, counts.Warn, Verdict.Warn);
        WriteNumber(html, counts.Fail, Verdict.Fail);
        WriteNumber(html, counts.Error, Verdict.Error);
        WriteNumber(html, counts.Skip, Verdict.Skip);
        WriteNumber(html, checks.Total, null);
        using var cell = html.In("td", ("class", "share"));
        WriteBar(html, counts);
    }

    private static void WriteNumber(Html html, int count, Verdict? verdict) =>
        html.Put("td", $"{count:N0}", ("class", count > 0 && verdict is { } known ? $"number {known.Word()}" : count == 0 ? "number none" : "number"));

    /// <summary>Attributes of SVG, because the policy of the page refuses inline styles. The figures stand in the row, so the bar is for the eye only.</summary>
    private static void WriteBar(Html html, VerdictCounts counts)
    {
        using var svg = html.In("svg", ("class", "bar"), ("viewBox", "0 0 100 8"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        var x = 0.0;
        foreach (var verdict in Segments)
        {
            var count = verdict == Verdict.Pass ? counts.Pass + counts.Info : counts[verdict];
            var width = 100.0 * count / Math.Max(1, counts.Total);
            if (count > 0)
            {
                html.Put("rect", "", ("class", verdict.Word()), ("x", $"{x:0.##}"), ("y", "0"), ("width", $"{width:0.##}"), ("height", "8"));
            }

            x += width;
        }
    }
}
