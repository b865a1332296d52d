using System.Buffers.Binary;
using System.IO.Compression;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>One of the three wrappings of deflate data that servers send.</summary>
/// <remarks>The platform's streams take data that stops early for data that ends; the trailer tells.</remarks>
internal sealed class DeflateContainer
{
    public static readonly DeflateContainer Gzip = new(source => new GZipStream(source, CompressionMode.Decompress), HasGzipTrailer);

    private static readonly DeflateContainer Zlib = new(source => new ZLibStream(source, CompressionMode.Decompress), HasZlibTrailer);

    private static readonly DeflateContainer Bare = new(source => new DeflateStream(source, CompressionMode.Decompress), (_, _) => true);

    private readonly TrailerCheck _endsAfter;

    private DeflateContainer(Func<Stream, Stream> open, TrailerCheck endsAfter)
    {
        Open = open;
        _endsAfter = endsAfter;
    }

    private delegate bool TrailerCheck(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> plain);

    public Func<Stream, Stream> Open { get; }

    /// <summary>HTTP's deflate is zlib (RFC 1950), but servers send it bare (RFC 1951) as well.</summary>
    public static DeflateContainer OfDeflate(ReadOnlySpan<byte> compressed)
    {
        var isZlib = compressed.Length > 1 && (compressed[0] & 0x0F) == 8 && BinaryPrimitives.ReadUInt16BigEndian(compressed) % 31 == 0;
        return isZlib ? Zlib : Bare;
    }

    /// <summary>True when <paramref name="compressed"/> ends as data does that stands for <paramref name="plain"/>; bare data has no such end.</summary>
    public bool EndsAfter(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> plain) => _endsAfter(compressed, plain);

    /// <summary>The length of the last member, which is all of it but where members follow each other (RFC 1952).</summary>
    private static bool HasGzipTrailer(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> plain) =>
        compressed.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(compressed[^4..]) <= plain.Length;

    /// <summary>The Adler-32 checksum of the data (RFC 1950).</summary>
    private static bool HasZlibTrailer(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> plain)
    {
        const uint modulus = 65521;
        uint sum = 1;
        uint sumOfSums = 0;
        foreach (var value in plain)
        {
            sum = (sum + value) % modulus;
            sumOfSums = (sumOfSums + sum) % modulus;
        }

        return compressed.Length >= 6 && BinaryPrimitives.ReadUInt32BigEndian(compressed[^4..]) == ((sumOfSums << 16) | sum);
    }
}
