using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Headers whose value is a secret whatever it looks like.</summary>
internal static class SensitiveHeaders
{
    /// <summary>The longest authentication scheme name kept in clear; a longer first word is taken for the secret itself.</summary>
    private const int LongestScheme = 12;

    public static bool IsCredentials(string name) => Is(name, "Authorization", "Proxy-Authorization");

    public static bool IsCookie(string name) => Is(name, "Cookie", "Set-Cookie", "Set-Cookie2");

    public static bool IsKey(string name) => Is(name, "ApiKey", "Api-Key", "X-Api-Key", "X-Auth-Token", "X-Access-Token");

    /// <summary>The value with its secret part replaced; the scheme, cookie names and cookie attributes stay.</summary>
    public static string Redact(string name, string value) => value.Trim().Length == 0 ? value
        : IsCredentials(name) ? Credentials(value)
        : Is(name, "Cookie") ? string.Join(';', value.Split(';').Select(NamedValue))
        : IsCookie(name) ? SetCookie(value)
        : IsKey(name) ? Redactor.Mask
        : value;

    /// <summary>A raw head, line by line; a folded line belongs to the header above it.</summary>
    /// <param name="head">Request or status line and headers.</param>
    /// <param name="redactText">What is done to each line beside, so that no finding can swallow a line break.</param>
    public static string RedactHead(string head, Func<string, string> redactText)
    {
        var redacted = new StringBuilder(head.Length);
        var name = "";
        foreach (var line in Lines(head))
        {
            var ending = line.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : line.EndsWith('\n') ? 1 : 0;
            var text = line[..^ending];
            redacted.Append(redactText(RedactLine(text, ref name))).Append(line, line.Length - ending, ending);
        }

        return redacted.ToString();
    }

    private static string RedactLine(string line, ref string name)
    {
        if (line.StartsWith(' ') || line.StartsWith('\t'))
        {
            return IsCredentials(name) || IsCookie(name) || IsKey(name) ? " " + Redactor.Mask : line;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return line;
        }

        name = line[..colon].Trim();
        var value = line[(colon + 1)..];
        var blanks = value.Length - value.TrimStart().Length;
        return line[..(colon + 1 + blanks)] + Redact(name, value[blanks..]);
    }

    private static string Credentials(string value)
    {
        var blank = value.AsSpan().Trim().IndexOfAny(' ', '\t');
        var scheme = blank < 0 ? "" : value.Trim()[..blank];
        return scheme.Length is > 0 and <= LongestScheme ? $"{scheme} {Redactor.Mask}" : Redactor.Mask;
    }

    private static string SetCookie(string value)
    {
        var end = value.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? NamedValue(value) : NamedValue(value[..end]) + value[end..];
    }

    private static string NamedValue(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? Redactor.Mask : pair[..(equals + 1)] + Redactor.Mask;
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline + 1;
            yield return text[start..end];
            start = end;
        }
    }

    private static bool Is(string name, params ReadOnlySpan<string> names)
    {
        foreach (var candidate in names)
        {
            if (candidate.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
