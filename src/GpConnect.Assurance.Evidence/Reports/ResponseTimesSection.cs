namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>How long responses took, beside what the specification allows.</summary>
internal static class ResponseTimesSection
{
    public const string Meaning =
        "Times from sending to the last byte, of responses of success; the network's part is in them, while the specification limits the provider's own processing. Too slow is therefore never a failure.";

    private static readonly string[] Columns = ["Responses", "Shortest", "Median", "95 %", "Longest", "Should be below", "Must be below"];

    public static void Write(Html html, ReportModel model)
    {
        if (model.ResponseTimes.Count == 0)
        {
            return;
        }

        using var section = html.In("section", ("aria-labelledby", "times"));
        html.Put("h2", "Response times", ("id", "times"));
        html.Put("p", Meaning);
        using var scroll = html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Response times by interaction"));
        using var table = html.In("table", ("class", "totals"));
        html.Put("caption", "Response times by interaction, in milliseconds");
        WriteHeadings(html);
        using var body = html.In("tbody");
        foreach (var times in model.ResponseTimes)
        {
            WriteRow(html, times);
        }
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
    }

    private static void WriteRow(Html html, ResponseTimeTotals times)
    {
        using var row = html.In("tr");
        html.Put("th", times.Interaction, ("scope", "row"));
        html.Put("td", $"{times.Count:N0}", ("class", "number"));
        html.Put("td", $"{times.Min:N0}", ("class", "number"));
        html.Put("td", $"{times.Median:N0}", ("class", "number"));
        html.Put("td", $"{times.P95:N0}", ("class", times.Verdict == Verdict.Pass ? "number" : $"number {times.Verdict.Word()}"));
        html.Put("td", $"{times.Max:N0}", ("class", "number"));
        html.Put("td", $"{times.TargetMs:N0}", ("class", "number"));
        html.Put("td", $"{times.LimitMs:N0}", ("class", "number"));
    }
}
