using System.Buffers;
using System.Text;
using System.Text.Unicode;
using GpConnect.Assurance.Evidence.Redaction;

namespace GpConnect.Assurance.Evidence;

/// <summary>What of a response's body may be kept: nothing that could hide a secret where it cannot be searched for.</summary>
/// <param name="Body">The body after decompression, redacted; empty when there is none, or none that can be read.</param>
/// <param name="Raw">What follows the head in the raw response.</param>
/// <param name="BodyChanged">True when a secret was replaced in the body.</param>
internal readonly record struct ResponseContent(ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Raw, bool BodyChanged)
{
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Except("\t\r\n"u8.ToArray())]);

    public static ResponseContent Of(ExchangeRecord record, ExchangeContent content, ReadOnlyMemory<byte> rest, Redactor redactor)
    {
        var plain = content.Body.IsEmpty ? content.ReceivedBody : content.Body;
        var encoded = record.ResponseHeaders.Any(IsEncoding);
        var decoded = encoded && !content.Body.IsEmpty && !content.Body.Span.SequenceEqual(content.ReceivedBody.Span);
        if (encoded && !decoded && !IsText(plain.Span))
        {
            return new ResponseContent(default, LeftOut(plain), false);
        }

        var body = redactor.Body(plain);
        var changed = !body.Equals(plain);
        var wire = rest.IsEmpty ? content.ReceivedBody : rest;
        // A secret may be cut up by chunks or packed by compression, so once it is in the body the wire's own form of it is not kept.
        // Nor is it when only a part could be decompressed.
        var raw = changed || (decoded && record.Error is not null) ? body
            : decoded || wire.Span.SequenceEqual(plain.Span) ? wire
            : redactor.Body(wire);
        return new ResponseContent(body, raw, changed);
    }

    private static bool IsEncoding(HeaderRecord header) =>
        header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
        && header.Value.Trim() is { Length: > 0 } value
        && !value.Equals("identity", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what is plain although a header says that it is encoded.</summary>
    private static bool IsText(ReadOnlySpan<byte> body) => Utf8.IsValid(body) && !body.ContainsAny(ControlBytes);

    private static byte[] LeftOut(ReadOnlyMemory<byte> body) =>
        Encoding.ASCII.GetBytes($"[{body.Length} bytes left out: they could not be decoded, and so not be searched for secrets]");
}
