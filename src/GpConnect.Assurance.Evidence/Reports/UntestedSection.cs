namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Scenarios that gave no verdict on the provider, and why.</summary>
internal static class UntestedSection
{
    public static void WriteErrors(Html html, ReportModel model) => Write(
        html, "errors", "Errors", "These scenarios could not be judged: the harness failed, or the provider could not be reached.", [.. model.Errors]);

    public static void WriteSkipped(Html html, ReportModel model) => Write(
        html, "untested", "Not tested", "This run says nothing about what these scenarios would have shown.", [.. model.Skipped]);

    private static void Write(Html html, string id, string title, string meaning, List<ScenarioRecord> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        using var section = html.In("section", ("aria-labelledby", id));
        using (html.In("h2", ("id", id)))
        {
            html.Text(title).Text(" ").Put("span", $"{scenarios.Count:N0}", ("class", "count"));
        }

        html.Put("p", meaning);
        using var list = html.In("ul", ("class", "untested"));
        foreach (var reason in scenarios.GroupBy(ReasonOf))
        {
            WriteReason(html, reason.Key, [.. reason]);
        }
    }

    private static void WriteReason(Html html, string reason, List<ScenarioRecord> scenarios)
    {
        using var item = html.In("li");
        html.Put("p", PlainText.Clip(reason, 2_000), ("class", "message"));
        using var list = html.In("ul");
        foreach (var scenario in scenarios)
        {
            using var entry = html.In("li");
            html.Put("a", $"{scenario.Feature}: {scenario.Name}", ("href", $"#{Anchor.Of(scenario)}"));
        }
    }

    private static string ReasonOf(ScenarioRecord scenario) =>
        scenario.Reason ?? scenario.Checks.FirstOrDefault(c => c.Verdict == scenario.Verdict)?.Message ?? "No reason is recorded.";
}
