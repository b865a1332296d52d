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
            decoded = Inflate(decoded.Bytes, codings[layer], maxBytes);
        }

        return decoded;
    }

    private static bool IsKnown(string coding) => coding is "gzip" or "x-gzip" or "deflate" or "br";

    private static DecodedBody Inflate(ReadOnlyMemory<byte> compressed, string coding, int maxBytes)
    {
        var plain = new ArrayBufferWriter<byte>(Math.Max(256, compressed.Length));
        try
        {
            using var source = StreamOver(compressed);
            using var decompressor = Decompressor(source, coding, compressed.Span);
            int count;
            while ((count = decompressor.Read(plain.GetSpan(4096))) > 0)
            {
                if (plain.WrittenCount + (long)count > maxBytes)
                {
                    return new DecodedBody(plain.WrittenMemory, new ExchangeFailure(
                        ExchangeFailureKind.DecompressionBomb,
                        $"The body of {compressed.Length:N0} bytes of {coding} grows beyond the {maxBytes:N0} bytes allowed when decompressed."));
                }

                plain.Advance(count);
            }

            return new DecodedBody(plain.WrittenMemory);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or IOException)
        {
            return new DecodedBody(plain.WrittenMemory, new ExchangeFailure(
                ExchangeFailureKind.ProtocolError,
                $"The response says Content-Encoding: {coding}, but its body cannot be decompressed as that."));
        }
    }

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static Stream Decompressor(Stream source, string coding, ReadOnlySpan<byte> compressed) => coding switch
    {
        "br" => new BrotliStream(source, CompressionMode.Decompress),
        "deflate" => IsZlib(compressed)
            ? new ZLibStream(source, CompressionMode.Decompress)
            : new DeflateStream(source, CompressionMode.Decompress),
        _ => new GZipStream(source, CompressionMode.Decompress),
    };

    /// <summary>HTTP's deflate is zlib (RFC 1950), but servers send it bare (RFC 1951) as well.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> compressed) =>
        compressed.Length > 1 && (compressed[0] & 0x0F) == 8 && ((compressed[0] << 8) | compressed[1]) % 31 == 0;
}
