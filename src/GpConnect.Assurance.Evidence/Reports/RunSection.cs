namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>What was run, against what, and what came of it.</summary>
internal static class RunSection
{
    public static void WriteMasthead(Html html, ReportModel model)
    {
        using var header = html.In("header", ("class", "masthead"));
        using var inner = html.In("div");
        html.Put("p", "GP Connect Assurance", ("class", "kicker"));
        html.Put("h1", "Provider conformance report");
        using var target = html.In("p", ("class", "target"));
        html.Put("code", model.Run.Target);
        if (model.Run.TargetSoftware is { } software)
        {
            html.Text(" ").Put("span", software);
        }
    }

    public static void WriteVerdict(Html html, ReportModel model)
    {
        using var section = html.In("section", ("class", $"verdict {model.Headline.Verdict.Word()}"), ("aria-labelledby", "verdict"));
        html.Put("span", Badge.Mark(model.Headline.Verdict), ("class", "mark"), ("aria-hidden", "true"));
        using var text = html.In("div");
        html.Put("h2", model.Headline.Title, ("id", "verdict"), ("tabindex", "-1"));
        html.Put("p", model.Headline.Sentence);
    }

    public static void WriteFacts(Html html, ReportModel model)
    {
        var run = model.Run;
        using var section = html.In("section", ("aria-labelledby", "run"));
        html.Put("h2", "This run", ("id", "run"));
        using var list = html.In("dl", ("class", "facts"));
        Facts.Write(html, "Run", run.Id);
        Facts.Write(html, "Started", PlainText.Instant(run.Started));
        Facts.Write(html, "Finished", run.Finished is { } finished ? PlainText.Instant(finished) : "The run did not reach its end.");
        Facts.Write(html, "Duration", run.DurationMs is { } duration ? PlainText.Duration(duration) : null);
        Facts.Write(html, "Target", run.ReferenceProvider ? $"{run.Target} (the reference provider built into the tool)" : run.Target);
        Facts.Write(html, "Software of the target", run.TargetSoftware);
        Facts.Write(html, "Scenarios", $"{model.Scenarios.Count:N0} of {run.Planned:N0} planned");
        Facts.Write(html, "Tool", run.Tool);
        Facts.Write(html, "Environment", run.Environment);
        Facts.WriteCode(html, "Options", run.Options.Count == 0 ? null : string.Join(' ', run.Options));
        Facts.WriteCode(html, "Features and requirements, SHA-256", run.FeaturesHash);
        Facts.WriteCode(html, "Profiles, SHA-256", run.ProfilesHash);
        Facts.Write(html, "Exit code", run.ExitCode?.ToString());
    }
}
