using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GpConnect.Assurance.Validation;

/// <summary>Lets tables of UTF-8 text be asked with the bytes of a document, without making strings.</summary>
internal sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    internal static readonly Utf8Comparer Instance = new();

    // Secret, so that no document can be written whose texts all fall on one place.
    private static readonly ulong Seed = Secret();
    private static readonly ulong Factor = Secret();

    private Utf8Comparer()
    {
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = Seed ^ (ulong)alternate.Length;
        var rest = alternate;
        for (; rest.Length > 8; rest = rest[8..])
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        return (int)(Mixed(hash ^ Last(alternate)) >> 32);
    }

    /// <summary>The last eight bytes, or all when there are fewer.</summary>
    private static ulong Last(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }

        return text.Length switch
        {
            >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32),
            > 0 => text[0] | ((ulong)text[text.Length / 2] << 8) | ((ulong)text[^1] << 16),
            _ => 0,
        };
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value, Factor, out var low);
        return high ^ low;
    }

    private static ulong Secret()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes) | 1;
    }

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
