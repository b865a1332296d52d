using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Text from anywhere as Markdown that shows just that text, on one line.</summary>
public static class Markdown
{
    private const int Longest = 600;

    /// <summary>What begins markup inside a line, in a table cell or as HTML.</summary>
    private const string Special = "\\`*_[]<>|~&$#";

    public static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Line(text))
        {
            _ = Special.Contains(c, StringComparison.Ordinal) ? escaped.Append('\\').Append(c) : escaped.Append(c);
        }

        // GitHub makes links of bare addresses.
        return escaped.Replace("://", "\\://").Replace("www.", "www\\.").ToString();
    }

    /// <summary>A code span; its fence is longer than any run of backticks in it.</summary>
    public static string Code(string text)
    {
        var line = Line(text);
        var fence = "`";
        while (line.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var pad = line.StartsWith('`') || line.EndsWith('`') || line.Length == 0 ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    private static string Line(string text) => PlainText.OneLine(PlainText.Visible(PlainText.Clip(text, Longest)));
}
