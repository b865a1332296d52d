namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>How to read the report, and what stands beside it.</summary>
internal static class AboutSection
{
    private static readonly (Verdict Verdict, string Meaning)[] Verdicts =
    [
        (Verdict.Pass, "What was asked for was seen."),
        (Verdict.Info, "Worth knowing; nothing is broken. Where the specification allows several readings, this says which one the provider takes."),
        (Verdict.Warn, "A SHOULD of the specification is broken."),
        (Verdict.Fail, "A SHALL of the specification is broken."),
        (Verdict.Skip, "The scenario did not apply, or its test data was not there; the reason is given."),
        (Verdict.Error, "The harness failed or the provider could not be reached. This is no verdict on conformance."),
    ];

    private static readonly (string Name, string Holds)[] Files =
    [
        (EvidenceFiles.Run, "What was run, when, with which options, against which target."),
        (EvidenceFiles.Scenarios, "Every scenario with its steps and checks, one JSON document a line."),
        (EvidenceFiles.Exchanges + "/", "Each request and response, as it went over the wire."),
        (EvidenceFiles.JUnit, "The scenarios for a CI server."),
        (EvidenceFiles.Summary, "The outcome on one page."),
        (EvidenceFiles.Manifest, "Length and SHA-256 of every file, so that a later change to any of them shows."),
    ];

    public static void Write(Html html)
    {
        using var section = html.In("section", ("aria-labelledby", "about"));
        html.Put("h2", "About this evidence", ("id", "about"));
        html.Put("p", "A scenario has the verdict of its worst check. A scenario that checked nothing is an error, never a pass.");
        using (html.In("dl", ("class", "legend")))
        {
            foreach (var (verdict, meaning) in Verdicts)
            {
                WriteVerdict(html, verdict, meaning);
            }
        }

        html.Put("p", "This page was made from the files beside it, and says nothing that they do not:");
        using (html.In("dl", ("class", "facts")))
        {
            foreach (var (name, holds) in Files)
            {
                Facts.Write(html, name, holds);
            }
        }

        html.Put("p", "Bearer tokens, credentials, cookies and registered secrets are replaced by [redacted] in every file. What a token claimed is shown beside its exchange. "
            + "Characters that would not be seen, or that would change the direction of the text around them, are shown by their code point, as in ⟨U+202E⟩.");
    }

    public static void WriteFooter(Html html, ReportModel model)
    {
        using var footer = html.In("footer");
        html.Put("p", $"Run {model.Run.Id} by {model.Run.Tool}.");
        html.Put("p", "This report is evidence of one run against one target. It is not a certificate, and it is neither issued nor endorsed by the NHS.");
    }

    private static void WriteVerdict(Html html, Verdict verdict, string meaning)
    {
        using var entry = html.In("div");
        using (html.In("dt"))
        {
            Badge.Write(html, verdict);
        }

        html.Put("dd", meaning);
    }
}
