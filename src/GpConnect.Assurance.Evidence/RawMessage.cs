using System.Text;

namespace GpConnect.Assurance.Evidence;

/// <summary>An HTTP message as it went over the wire.</summary>
/// <param name="Head">First line, headers and the empty line; of a response also the interim ones before it.</param>
/// <param name="Rest">What followed: the body with its framing, and whatever else came.</param>
internal readonly record struct RawMessage(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Rest)
{
    /// <summary>Splits what was recorded; where nothing was, the head is written from the record.</summary>
    public static RawMessage OfRequest(ReadOnlyMemory<byte> raw, ExchangeRecord record) => raw.IsEmpty ? new(RequestHead(record), default) : Split(raw);

    /// <inheritdoc cref="OfRequest"/>
    public static RawMessage OfResponse(ReadOnlyMemory<byte> raw, ExchangeRecord record) =>
        !raw.IsEmpty ? Split(raw) : record.Status is null ? default : new(ResponseHead(record), default);

    private static RawMessage Split(ReadOnlyMemory<byte> raw)
    {
        var end = 0;
        do
        {
            var empty = raw.Span[end..].IndexOf("\r\n\r\n"u8);
            end = empty < 0 ? raw.Length : end + empty + 4;
        }
        while (raw.Span[end..].StartsWith("HTTP/"u8));

        return new RawMessage(raw[..end], raw[end..]);
    }

    private static byte[] RequestHead(ExchangeRecord record)
    {
        var known = Uri.TryCreate(record.Url, UriKind.Absolute, out var url);
        var host = known && !record.RequestHeaders.Any(h => h.Name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            ? new[] { new HeaderRecord("Host", url!.Authority) }
            : [];
        var target = known ? url!.PathAndQuery : record.Url;
        return Lines($"{record.Method} {target} HTTP/{record.HttpVersion ?? "1.1"}", host.Concat(record.RequestHeaders));
    }

    private static byte[] ResponseHead(ExchangeRecord record) =>
        Lines($"HTTP/{record.HttpVersion ?? "1.1"} {record.Status} {record.ReasonPhrase}".TrimEnd(), record.ResponseHeaders);

    private static byte[] Lines(string first, IEnumerable<HeaderRecord> headers)
    {
        var lines = headers.Select(h => $"{h.Name}: {h.Value}").Prepend(first);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
    }
}
