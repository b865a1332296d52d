using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Bodies in the page, indented for reading, within a budget: what does not fit is named and stands in its file.</summary>
/// <remarks>Exchanges of scenarios that did not pass have a budget of their own, so that a long list of good ones cannot use it up.</remarks>
internal sealed class BodyView(Html html)
{
    private const int MostOfOne = 64_000;
    private const int MostOfOnePassed = 16_000;

    private int _left = 4_000_000;
    private int _leftForPassed = 2_000_000;

    /// <param name="file">Full path of the body's file; null when there is no body.</param>
    /// <param name="folder">Path of the exchange's folder from the run's.</param>
    /// <param name="verdict">Of the scenario that the body belongs to.</param>
    public void Write(string? file, string folder, Verdict verdict)
    {
        if (file is null)
        {
            return;
        }

        var passed = verdict is Verdict.Pass or Verdict.Info;
        var budget = passed ? Math.Min(_leftForPassed, MostOfOnePassed) : Math.Min(_left, MostOfOne);
        var name = Path.GetFileName(file);
        if (name.EndsWith($".{BodyFormat.Binary}", StringComparison.Ordinal) || budget <= 0)
        {
            WriteElsewhere(folder, file, $"The body is {PlainText.Size(new FileInfo(file).Length)} long and stands in ");
            return;
        }

        var shown = Read(file, budget, out var whole);
        html.Put("pre", shown, ("class", "body"), ("tabindex", "0"), ("role", "group"), ("aria-label", $"Body, {name}"));
        Spend(shown.Length, passed);
        if (!whole)
        {
            WriteElsewhere(folder, file, "Only the beginning is shown; the whole stands in ");
        }
    }

    private void WriteElsewhere(string folder, string file, string sentence)
    {
        using var note = html.In("p", ("class", "note"));
        html.Text(sentence);
        FileLink.Write(html, folder, file);
        html.Text(".");
    }

    private void Spend(int characters, bool passed)
    {
        if (passed)
        {
            _leftForPassed -= characters;
        }
        else
        {
            _left -= characters;
        }
    }

    private static string Read(string file, int budget, out bool whole)
    {
        var bytes = RunEvidence.ReadStart(file, budget);
        var text = Encoding.UTF8.GetString(bytes);
        var indented = Path.GetExtension(file) switch
        {
            ".json" => Indentation.OfJson(text),
            ".xml" => Indentation.OfXml(text),
            _ => text,
        };
        whole = bytes.Length == new FileInfo(file).Length && indented.Length <= budget;
        return indented.Length <= budget ? indented : indented[..budget];
    }
}
