namespace GpConnect.Assurance.Evidence.Reports;

/// <summary><c>report.html</c>: one page for people, that loads nothing and runs nothing but its own script.</summary>
internal static class HtmlReport
{
    public static void Write(TextWriter output, ReportModel model)
    {
        var html = new Html(output);
        using (html.Doctype().In("html", ("lang", "en-GB")))
        {
            WriteHead(html, model);
            using (html.In("body"))
            {
                WriteBody(html, model);
            }
        }

        output.Write('\n');
    }

    private static void WriteHead(Html html, ReportModel model)
    {
        using var head = html.In("head");
        html.Put("meta", null, ("charset", "utf-8"));
        html.Put("meta", null, ("http-equiv", "Content-Security-Policy"), ("content", Policy()));
        html.Put("meta", null, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Put("meta", null, ("name", "color-scheme"), ("content", "light dark"));
        html.Put("meta", null, ("name", "referrer"), ("content", "no-referrer"));
        html.Put("title", $"{model.Headline.Title}: {model.Run.Target} · GP Connect Assurance");
        html.Put(InlineBlock.Style);
    }

    private static string Policy() =>
        $"default-src 'none'; style-src {InlineBlock.Style.Source}; script-src {InlineBlock.Script.Source}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static void WriteBody(Html html, ReportModel model)
    {
        html.Put("a", "Skip to the verdict", ("class", "jump"), ("href", "#verdict"));
        RunSection.WriteMasthead(html, model);
        using (html.In("main"))
        {
            RunSection.WriteVerdict(html, model);
            WriteContents(html, model);
            RunSection.WriteFacts(html, model);
            TotalsSection.Write(html, model);
            var findings = new FindingsSection(html, model);
            findings.Write("failed", "Failed checks", model.Totals.Checks.Fail, model.Failures, "No check failed.");
            UntestedSection.WriteErrors(html, model);
            findings.Write("warnings", "Warnings", model.Totals.Checks.Warn, model.Warnings, null);
            UntestedSection.WriteSkipped(html, model);
            ResponseTimesSection.Write(html, model);
            LeftBehindSection.Write(html, model);
            RequirementsSection.Write(html, model);
            new ScenariosSection(html, model).Write();
            AboutSection.Write(html);
        }

        AboutSection.WriteFooter(html, model);
        html.Put(InlineBlock.Script);
    }

    private static void WriteContents(Html html, ReportModel model)
    {
        using var nav = html.In("nav", ("aria-label", "Contents"), ("class", "contents"));
        using var list = html.In("ul");
        WriteEntry(html, "#run", "This run", null);
        WriteEntry(html, "#totals", "Totals", null);
        WriteEntry(html, "#failed", "Failed checks", model.Totals.Checks.Fail);
        WriteEntryIfAny(html, "#errors", "Errors", model.Errors.Count());
        WriteEntryIfAny(html, "#warnings", "Warnings", model.Totals.Checks.Warn);
        WriteEntryIfAny(html, "#untested", "Not tested", model.Skipped.Count());
        if (model.ResponseTimes.Count > 0)
        {
            WriteEntry(html, "#times", "Response times", null);
        }

        WriteEntryIfAny(html, "#left-behind", "Left behind", model.LeftBehind.Count);
        WriteEntry(html, "#requirements", "Requirements", model.Requirements.Count);
        WriteEntry(html, "#scenarios", "Scenarios", model.Scenarios.Count);
        WriteEntry(html, "#about", "About this evidence", null);
    }

    private static void WriteEntryIfAny(Html html, string href, string text, int count)
    {
        if (count > 0)
        {
            WriteEntry(html, href, text, count);
        }
    }

    private static void WriteEntry(Html html, string href, string text, int? count)
    {
        using var item = html.In("li");
        html.Put("a", text, ("href", href));
        if (count is not null)
        {
            html.Text(" ").Put("span", $"{count:N0}", ("class", "count"));
        }
    }
}
