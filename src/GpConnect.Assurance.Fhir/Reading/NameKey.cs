using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// First and last eight bytes and length of a name: up to 16 bytes (nearly all of FHIR's names) this is the name itself, so that
/// equal keys need no second look. The hash is seeded per process so that no document can be written to collide.
/// </summary>
internal readonly struct NameKey
{
    private static readonly ulong FirstSeed = Seed();
    private static readonly ulong LastSeed = Seed();

    private NameKey(ulong first, ulong last, int length, uint hash)
    {
        First = first;
        Last = last;
        Length = length;
        Hash = hash;
    }

    public ulong First { get; }

    public ulong Last { get; }

    public int Length { get; }

    public uint Hash { get; }

    public static NameKey Of(ReadOnlySpan<byte> name)
    {
        if (name.Length >= 8)
        {
            return Of(BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]), name);
        }

        ulong bytes = 0;
        for (var i = name.Length - 1; i >= 0; i--)
        {
            bytes = (bytes << 8) | name[i];
        }

        return Of(bytes, bytes, name);
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{byte})"/>, for a name that stands in a longer buffer: short names are read in one go.</summary>
    public static NameKey Of(ReadOnlySpan<byte> buffer, int start, int length)
    {
        if (length >= 8 || start > buffer.Length - 8)
        {
            return Of(buffer.Slice(start, length));
        }

        var bytes = BinaryPrimitives.ReadUInt64LittleEndian(buffer[start..]) & ((1UL << (length * 8)) - 1);
        return new NameKey(bytes, bytes, length, Mix(bytes, bytes, length));
    }

    public bool Equals(in NameKey other) => First == other.First && Last == other.Last && Length == other.Length;

    private static NameKey Of(ulong first, ulong last, ReadOnlySpan<byte> name)
    {
        var hash = Mix(first, last, name.Length);
        for (var rest = name.Length > 16 ? name[8..^8] : default; rest.Length > 0; rest = rest[Math.Min(8, rest.Length)..])
        {
            var chunk = rest.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(rest) : rest[0] | ((ulong)rest[^1] << 8) | ((ulong)rest[rest.Length / 2] << 16);
            hash = Mix(chunk, hash, rest.Length);
        }

        return new NameKey(first, last, name.Length, hash);
    }

    private static uint Mix(ulong first, ulong last, int length)
    {
        var hash = (first ^ (ulong)length) * FirstSeed;
        hash = (BitOperations.RotateLeft(hash, 29) ^ last) * LastSeed;
        return (uint)(hash >> 32);
    }

    private static ulong Seed()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes) | 1;
    }
}
