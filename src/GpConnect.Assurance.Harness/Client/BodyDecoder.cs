using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Undoes <c>Content-Encoding</c>, within bounds.</summary>
internal static class BodyDecoder
{
    /// <summary>Codings applied one over the other that are still undone; no honest server applies more than one.</summary>
    private const int MaxLayers = 4;

    /// <param name="body">The body as received.</param>
    /// <param name="contentEncodings">Values of <c>Content-Encoding</c>, in order.</param>
    /// <param name="maxBytes">How many bytes may come out.</param>
    public static DecodedBody Decode(ReadOnlyMemory<byte> body, IEnumerable<string> contentEncodings, int maxBytes)
    {
        var codings = contentEncodings.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(coding => coding.ToLowerInvariant())
            .Where(coding => coding != "identity")
            .ToList();
        if (body.IsEmpty || codings.Count > MaxLayers || !codings.TrueForAll(IsKnown))
        {
            return new DecodedBody(body);
        }

        var decoded = new DecodedBody(body);
        for (var layer = codings.Count - 1; layer >= 0 && decoded.Failure is null; layer--)
        {
            decoded = Decompress(decoded.Bytes, codings[layer], maxBytes);
        }

        return decoded;
    }

    private static bool IsKnown(string coding) => coding is "gzip" or "x-gzip" or "deflate" or "br";

    private static DecodedBody Decompress(ReadOnlyMemory<byte> compressed, string coding, int maxBytes)
    {
        var plain = new ArrayBufferWriter<byte>(Math.Max(256, compressed.Length));
        var outcome = coding == "br" ? UndoBrotli(compressed.Span, plain, maxBytes) : Inflate(compressed, coding, plain, maxBytes);
        return new DecodedBody(plain.WrittenMemory, outcome switch
        {
            OperationStatus.Done => null,
            OperationStatus.DestinationTooSmall => new ExchangeFailure(
                ExchangeFailureKind.DecompressionBomb,
                $"The body of {compressed.Length:N0} bytes of {coding} grows beyond the {maxBytes:N0} bytes allowed when decompressed."),
            OperationStatus.NeedMoreData => new ExchangeFailure(
                ExchangeFailureKind.ProtocolError, $"The response says Content-Encoding: {coding}, but its body ends before the compressed data does."),
            _ => new ExchangeFailure(
                ExchangeFailureKind.ProtocolError, $"The response says Content-Encoding: {coding}, but its body cannot be decompressed as that."),
        });
    }

    private static OperationStatus UndoBrotli(ReadOnlySpan<byte> compressed, ArrayBufferWriter<byte> plain, int maxBytes)
    {
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var outcome = decoder.Decompress(compressed, plain.GetSpan(4096), out var consumed, out var written);
            if (plain.WrittenCount + (long)written > maxBytes)
            {
                return OperationStatus.DestinationTooSmall;
            }

            plain.Advance(written);
            compressed = compressed[consumed..];
            if (outcome != OperationStatus.DestinationTooSmall)
            {
                return outcome;
            }
        }
    }

    private static OperationStatus Inflate(ReadOnlyMemory<byte> compressed, string coding, ArrayBufferWriter<byte> plain, int maxBytes)
    {
        var container = coding == "deflate" ? DeflateContainer.OfDeflate(compressed.Span) : DeflateContainer.Gzip;
        using var source = StreamOver(compressed);
        using var inflater = container.Open(source);
        try
        {
            int count;
            while ((count = inflater.Read(plain.GetSpan(4096))) > 0)
            {
                if (plain.WrittenCount + (long)count > maxBytes)
                {
                    return OperationStatus.DestinationTooSmall;
                }

                plain.Advance(count);
            }
        }
        catch (InvalidDataException)
        {
            return OperationStatus.InvalidData;
        }

        return container.EndsAfter(compressed.Span, plain.WrittenSpan) ? OperationStatus.Done : OperationStatus.NeedMoreData;
    }

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
