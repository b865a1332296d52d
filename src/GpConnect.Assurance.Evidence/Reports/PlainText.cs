using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Text from anywhere, made fit for a report: nothing invisible stays invisible, and nothing is endless.</summary>
internal static class PlainText
{
    /// <summary>
    /// Shows characters that a reader would not see, or that would change what the reader sees around them (control characters,
    /// text direction overrides, zero-width characters), by their code point, <c>⟨U+202E⟩</c>. Tabs and line breaks stay.
    /// The result holds only characters that XML 1.0 allows.
    /// </summary>
    public static string Visible(string text)
    {
        var first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (first < 0)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var at = first; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                visible.Append(c).Append(text[++at]);
            }
            else if (char.IsSurrogate(c))
            {
                visible.Append('\uFFFD');
            }
            else if (c != '\r' || at + 1 == text.Length || text[at + 1] != '\n')
            {
                _ = IsHidden(c) ? visible.Append($"⟨U+{(int)c:X4}⟩") : visible.Append(c);
            }
        }

        return visible.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters of the text, and how many more there are.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text[..end]}… ({Plural.Of(text.Length - end, "more character")})";
    }

    /// <summary>As one line: every stretch of white space is one blank.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary><c>34 ms</c>, <c>2.4 s</c>, <c>3 min 5 s</c>.</summary>
    public static string Duration(double milliseconds) => milliseconds switch
    {
        < 1 => "under 1 ms",
        < 1_000 => $"{milliseconds:0} ms",
        < 60_000 => $"{milliseconds / 1_000:0.0} s",
        _ => $"{Math.Floor(milliseconds / 60_000):0} min {Math.Floor(milliseconds % 60_000 / 1_000):0} s",
    };

    /// <summary><c>512 bytes</c>, <c>12.3 kB</c>, <c>4.5 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        1 => "1 byte",
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1_000.0:0.0} kB",
        _ => $"{bytes / 1_000_000.0:0.0} MB",
    };

    /// <summary><c>1 April 2026, 10:15:00 UTC</c>.</summary>
    public static string Instant(DateTimeOffset instant) => $"{instant.ToUniversalTime():d MMMM yyyy, HH:mm:ss} UTC";

    private static bool IsHidden(char c) => c switch
    {
        '\t' or '\n' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        '\u00AD' or '\u061C' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB') => true,
        _ => false,
    };
}
