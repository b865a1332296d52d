namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Narrows the list of scenarios. It does nothing without the page's script, which is what unhides it.</summary>
internal static class FilterBar
{
    public static void Write(Html html, ReportModel model)
    {
        using var form = html.In("form", ("class", "filter"), ("role", "search"), ("aria-label", "Filter the scenarios"), ("id", "filter"), ("hidden", ""));
        using (html.In("div"))
        {
            html.Put("label", "Text", ("for", "filter-text"));
            html.Put("input", null, ("type", "search"), ("id", "filter-text"), ("autocomplete", "off"), ("spellcheck", "false"));
        }

        WriteChoice(html, "filter-pack", "Pack", model.Totals.Packs.Select(pack => (pack.Pack, pack.Pack)));
        var verdicts = Enum.GetValues<Verdict>().Where(verdict => model.Totals.Scenarios[verdict] > 0).Reverse();
        WriteChoice(html, "filter-verdict", "Verdict", verdicts.Select(verdict => (verdict.Word(), verdict.Label())));
        using (html.In("div", ("class", "buttons")))
        {
            html.Put("button", "Clear", ("type", "reset"));
            html.Put("button", "Open all shown", ("type", "button"), ("id", "open-all"));
            html.Put("button", "Close all", ("type", "button"), ("id", "close-all"));
        }

        html.Put("p", null, ("id", "filter-count"), ("role", "status"), ("aria-live", "polite"));
    }

    private static void WriteChoice(Html html, string id, string label, IEnumerable<(string Value, string Label)> choices)
    {
        using var field = html.In("div");
        html.Put("label", label, ("for", id));
        using var select = html.In("select", ("id", id));
        html.Put("option", "All", ("value", ""));
        foreach (var (value, text) in choices)
        {
            html.Put("option", text, ("value", value));
        }
    }
}
