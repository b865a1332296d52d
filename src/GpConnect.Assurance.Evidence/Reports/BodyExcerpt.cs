using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>The line of a response body that a check complains about, with a mark under the column.</summary>
internal sealed class BodyExcerpt(RunEvidence evidence)
{
    private const int MostBytes = 4_000_000;
    private const int Width = 110;

    private (string Exchange, string[] Lines) _last = ("", []);

    public void Write(Html html, CheckRecord check)
    {
        if (check.Exchange is null || check.Line is not { } line || Line(check.Exchange, line) is not { } text)
        {
            return;
        }

        var column = Math.Clamp(check.Column ?? 1, 1, Math.Max(1, text.Length));
        var start = text.Length <= Width ? 0 : Math.Clamp(column - (Width / 2), 0, text.Length - Width);
        var shown = text.Substring(start, Math.Min(Width, text.Length - start)).Replace('\t', ' ');
        var before = start > 0 ? "…" : "";
        var after = start + shown.Length < text.Length ? "…" : "";
        // Characters shown by their code point take more room than one column.
        var indent = PlainText.Visible(before + shown[..Math.Min(column - 1 - start, shown.Length)]).Length;
        var mark = check.Column is null ? "" : $"\n{new string(' ', indent)}▲";
        html.Put("pre", $"{before}{shown}{after}{mark}", ("class", "excerpt"), ("aria-label", $"Line {line} of the response body"), ("role", "group"));
    }

    private string? Line(string exchange, int number)
    {
        if (_last.Exchange != exchange)
        {
            _last = (exchange, Lines(exchange));
        }

        return number >= 1 && number <= _last.Lines.Length ? _last.Lines[number - 1] : null;
    }

    private string[] Lines(string exchange)
    {
        try
        {
            var path = evidence.ResponseBodyFile(exchange);
            return path is null ? [] : Encoding.UTF8.GetString(RunEvidence.ReadStart(path, MostBytes)).Split('\n');
        }
        catch (EvidenceException)
        {
            return [];
        }
    }
}
