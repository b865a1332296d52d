using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Line breaks and indentation for JSON and XML that came without; everything else stays as it came, right or wrong.</summary>
/// <remarks>What already has lines is left alone, so that line numbers in findings stay true. Depth is bounded in width, not refused.</remarks>
internal static class Indentation
{
    private const int Deepest = 40;

    public static string OfJson(string json)
    {
        if (json.AsSpan().Trim().Contains('\n'))
        {
            return json;
        }

        var indented = new StringBuilder(json.Length * 2);
        var depth = 0;
        for (var at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case '"':
                    var end = EndOfString(json, at);
                    indented.Append(json, at, end - at);
                    at = end - 1;
                    break;
                case '{' or '[' when IsEmpty(json, at, out var close):
                    indented.Append(json[at]).Append(json[close]);
                    at = close;
                    break;
                case var open and ('{' or '['):
                    NewLine(indented.Append(open), ++depth);
                    break;
                case var close and ('}' or ']'):
                    NewLine(indented, --depth).Append(close);
                    break;
                case ',':
                    NewLine(indented.Append(','), depth);
                    break;
                case ':':
                    indented.Append(": ");
                    break;
                case ' ' or '\t' or '\r':
                    break;
                case var other:
                    indented.Append(other);
                    break;
            }
        }

        return indented.ToString();
    }

    public static string OfXml(string xml)
    {
        if (xml.AsSpan().Trim().Contains('\n'))
        {
            return xml;
        }

        var indented = new StringBuilder(xml.Length * 2);
        var depth = 0;
        for (var at = 0; at < xml.Length;)
        {
            var next = xml.IndexOf('<', at + 1);
            var part = xml[at..(next < 0 ? xml.Length : next)];
            var closes = part.StartsWith("</", StringComparison.Ordinal);
            depth -= closes ? 1 : 0;
            // Only between two tags: text beside a tag is content, and a line break would become part of it.
            if (at > 0 && xml[at - 1] == '>' && part[0] == '<' && !(closes && IsOpening(xml, at)))
            {
                NewLine(indented, depth);
            }

            indented.Append(part);
            depth += closes || part.Contains("/>", StringComparison.Ordinal) || part[0] != '<' || part.StartsWith("<?", StringComparison.Ordinal) || part.StartsWith("<!", StringComparison.Ordinal) ? 0 : 1;
            at += part.Length;
        }

        return indented.ToString();
    }

    /// <summary>True when the tag that ends just before this place opens an element: an element without content stays on one line.</summary>
    private static bool IsOpening(string xml, int at)
    {
        var start = xml.LastIndexOf('<', at - 1);
        return start >= 0 && xml[start + 1] != '/' && xml[at - 2] != '/';
    }

    private static int EndOfString(string json, int start)
    {
        for (var at = start + 1; at < json.Length; at++)
        {
            if (json[at] == '\\')
            {
                at++;
            }
            else if (json[at] == '"')
            {
                return at + 1;
            }
        }

        return json.Length;
    }

    private static bool IsEmpty(string json, int open, out int close)
    {
        close = open + 1;
        while (close < json.Length && json[close] is ' ' or '\t' or '\r')
        {
            close++;
        }

        return close < json.Length && json[close] == (json[open] == '{' ? '}' : ']');
    }

    private static StringBuilder NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', 2 * Math.Clamp(depth, 0, Deepest));
}
