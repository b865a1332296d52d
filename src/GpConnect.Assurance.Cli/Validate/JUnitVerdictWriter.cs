using System.Xml;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>
/// JUnit XML: one suite with a case for each document. The counts stand before the cases, so the cases wait in a temporary file for the last verdict.
/// </summary>
internal sealed class JUnitVerdictWriter : VerdictWriter
{
    private const int MostIssues = 100;

    private static readonly XmlWriterSettings Fragment = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        Indent = true,
        NewLineChars = "\n",
        CheckCharacters = false,
    };

    private readonly TextWriter _output;
    private readonly FileStream _waiting;
    private readonly XmlWriter _cases;

    public JUnitVerdictWriter(TextWriter output)
    {
        _output = output;
        _waiting = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        _cases = XmlWriter.Create(_waiting, Fragment);
    }

    public override void Write(DocumentVerdict verdict)
    {
        _cases.WriteStartElement("testcase");
        _cases.WriteAttributeString("classname", XmlText.Fit(verdict.File));
        _cases.WriteAttributeString("name", XmlText.Fit(verdict.Name));
        if (verdict.Problem is { } problem)
        {
            WriteElement("error", "unreadable", problem, problem);
        }
        else if (!verdict.IsValid)
        {
            WriteElement("failure", "not valid", Summary(verdict), Lines(verdict));
        }
        else if (verdict.Issues.Count > 0)
        {
            _cases.WriteElementString("system-out", XmlText.Fit(Lines(verdict)));
        }

        _cases.WriteEndElement();
    }

    public override void Finish(VerdictCount count)
    {
        _cases.Flush();
        _waiting.Position = 0;
        _output.WriteLine("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        _output.WriteLine($"<testsuites><testsuite name=\"gpc-assure validate\" tests=\"{count.Total}\" failures=\"{count.NotValid}\" errors=\"{count.Unreadable}\" skipped=\"0\">");
        using var cases = new StreamReader(_waiting, leaveOpen: true);
        while (cases.ReadLine() is { } line)
        {
            _output.WriteLine(line);
        }

        _output.WriteLine("</testsuite></testsuites>");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cases.Dispose();
            _waiting.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string Summary(DocumentVerdict verdict)
    {
        var errors = verdict.Issues.Count(issue => issue.Severity == IssueSeverity.Error);
        return $"{errors} {(errors == 1 ? "error" : "errors")}; the first: {verdict.Issues.First(issue => issue.Severity == IssueSeverity.Error).Message}";
    }

    private static string Lines(DocumentVerdict verdict)
    {
        var lines = verdict.Issues.Take(MostIssues).Select(issue => IssueText.Line(issue, verdict.File));
        return string.Join('\n', verdict.Issues.Count > MostIssues ? lines.Append($"and {verdict.Issues.Count - MostIssues} more") : lines);
    }

    private void WriteElement(string name, string type, string message, string text)
    {
        _cases.WriteStartElement(name);
        _cases.WriteAttributeString("type", type);
        _cases.WriteAttributeString("message", XmlText.Fit(message));
        _cases.WriteString(XmlText.Fit(text));
        _cases.WriteEndElement();
    }
}
