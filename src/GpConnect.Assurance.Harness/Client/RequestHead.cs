using System.Text;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Request line and header lines as they go over the wire.</summary>
internal sealed record RequestHead(string RequestLine, IReadOnlyList<HeaderRecord> Lines)
{
    /// <summary>The head asked for: the transport's own lines (host, framing, proxy credentials) where the request has none of that name,
    /// then those of the request.</summary>
    public static RequestHead From(ProviderRequest request, string transportHead)
    {
        var lines = transportHead.Split("\r\n");
        var target = lines[0].Split(' ')[1];
        var own = lines.Skip(1).Select(ToRecord).Where(line => !request.Headers.Contains(line.Name));
        return new RequestHead($"{request.Method} {target} HTTP/1.1", [.. own, .. request.Headers]);
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder(RequestLine).Append("\r\n");
        foreach (var (name, value) in Lines)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("\r\n").ToString());
    }

    private static HeaderRecord ToRecord(string line)
    {
        var colon = line.IndexOf(':');
        return new HeaderRecord(line[..colon], line[(colon + 1)..].Trim());
    }
}
