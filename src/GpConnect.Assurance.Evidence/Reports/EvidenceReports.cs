using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>The reports of a run, made from its folder alone.</summary>
public static class EvidenceReports
{
    /// <summary>Writes <c>junit.xml</c>, <c>summary.md</c>, <c>report.html</c> and then <c>manifest.json</c> into a run's folder.</summary>
    /// <exception cref="EvidenceException">The folder's record is missing or broken, or a report cannot be written.</exception>
    public static void Write(string directory)
    {
        var model = ReportModel.Read(directory);
        WriteReport(directory, EvidenceFiles.JUnit, output => JUnitReport.Write(output, model));
        WriteReport(directory, EvidenceFiles.Summary, output => MarkdownSummary.Write(output, model));
        WriteReport(directory, EvidenceFiles.Report, output => HtmlReport.Write(output, model));
        Manifest.Write(directory);
    }

    private static void WriteReport(string directory, string name, Action<TextWriter> write)
    {
        var path = Path.Combine(directory, name);
        EvidenceIO.Writing(path, () =>
        {
            using var output = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            write(output);
        });
    }
}
