using System.Text;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Status line and header lines of a response, read from the bytes as they came.</summary>
internal sealed record ResponseHead(int Status, string ReasonPhrase, string HttpVersion, IReadOnlyList<HeaderRecord> Headers)
{
    /// <summary>The head in <paramref name="head"/>; null when it does not start with a status line.</summary>
    public static ResponseHead? Parse(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var status = lines[0].Split(' ', 3);
        if (status.Length < 2 || !status[0].StartsWith("HTTP/", StringComparison.Ordinal) || !int.TryParse(status[1], out var code))
        {
            return null;
        }

        return new ResponseHead(code, status.Length == 3 ? status[2] : "", status[0]["HTTP/".Length..], ParseHeaders(lines));
    }

    private static List<HeaderRecord> ParseHeaders(string[] lines)
    {
        var headers = new List<HeaderRecord>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            if (line[0] is ' ' or '\t' && headers.Count > 0)
            {
                // An obsolete folded line goes on with the value before it (RFC 7230 section 3.2.4).
                headers[^1] = headers[^1] with { Value = $"{headers[^1].Value} {line.Trim()}" };
                continue;
            }

            var colon = line.IndexOf(':');
            headers.Add(colon < 0 ? new HeaderRecord(line, "") : new HeaderRecord(line[..colon], line[(colon + 1)..].Trim()));
        }

        return headers;
    }
}
