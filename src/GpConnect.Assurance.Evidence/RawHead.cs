using System.Text;

namespace GpConnect.Assurance.Evidence;

/// <summary>The first lines of an HTTP message, and the whole message, as bytes.</summary>
internal static class RawHead
{
    /// <summary>Request line and headers, for a client that cannot say what it sent byte for byte.</summary>
    public static ReadOnlyMemory<byte> OfRequest(ExchangeRecord record)
    {
        var known = Uri.TryCreate(record.Url, UriKind.Absolute, out var url);
        var host = known && !record.RequestHeaders.Any(h => h.Name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            ? new[] { new HeaderRecord("Host", url!.Authority) }
            : [];
        var target = known ? url!.PathAndQuery : record.Url;
        return Lines($"{record.Method} {target} HTTP/{record.HttpVersion ?? "1.1"}", host.Concat(record.RequestHeaders));
    }

    /// <summary>Status line and headers, for a client that cannot say what it received byte for byte.</summary>
    public static ReadOnlyMemory<byte> OfResponse(ExchangeRecord record) =>
        Lines($"HTTP/{record.HttpVersion ?? "1.1"} {record.Status} {record.ReasonPhrase}".TrimEnd(), record.ResponseHeaders);

    /// <summary>Head, empty line, body; the empty line is added where the head does not end with one.</summary>
    public static byte[] WithBody(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        var separator = head.Span.EndsWith("\r\n\r\n"u8) || head.Span.EndsWith("\n\n"u8) ? ""u8
            : head.Span.EndsWith("\n"u8) ? "\r\n"u8
            : "\r\n\r\n"u8;
        return [.. head.Span, .. separator, .. body.Span];
    }

    private static byte[] Lines(string first, IEnumerable<HeaderRecord> headers)
    {
        var lines = headers.Select(h => $"{h.Name}: {h.Value}").Prepend(first);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
    }
}
