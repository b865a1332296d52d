namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>What the run left changed at the provider.</summary>
internal static class LeftBehindSection
{
    public const string Meaning = "The interfaces have no way to undo this. Undo it in the provider's own system where it matters, or map new test data before the next run.";

    public static void Write(Html html, ReportModel model)
    {
        if (model.LeftBehind.Count == 0)
        {
            return;
        }

        using var section = html.In("section", ("aria-labelledby", "left-behind"));
        using (html.In("h2", ("id", "left-behind")))
        {
            html.Text("Left behind").Text(" ").Put("span", $"{model.LeftBehind.Count:N0}", ("class", "count"));
        }

        html.Put("p", Meaning);
        using var list = html.In("ul", ("class", "untested"));
        foreach (var (scenario, sentence) in model.LeftBehind)
        {
            using var item = html.In("li");
            html.Text(PlainText.Clip(sentence, 500)).Text(" ").Put("a", scenario.Name, ("href", $"#{Anchor.Of(scenario)}"));
        }
    }
}
