using System.Buffers.Binary;

namespace GpConnect.Assurance.Validation;

/// <summary>The profiles asked for lately: a document names the same few again and again, and comparing a canonical costs less than hashing it.</summary>
internal sealed class RecentProfiles
{
    private const int Places = 128;
    private readonly ProfileSpelling?[] _spellings = new ProfileSpelling?[Places];

    internal CompiledProfile? Find(ReadOnlySpan<byte> canonical) =>
        Volatile.Read(ref _spellings[Place(canonical)]) is { } known && canonical.SequenceEqual(known.Utf8) ? known.Profile : null;

    /// <summary>Takes the place of what was there.</summary>
    internal void Keep(ProfileSpelling spelling) => Volatile.Write(ref _spellings[Place(spelling.Utf8)], spelling);

    private static int Place(ReadOnlySpan<byte> canonical)
    {
        var end = canonical.Length < 16 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(canonical[^8..]) + (3 * BinaryPrimitives.ReadUInt64LittleEndian(canonical[^16..]));
        return (int)(((end + (ulong)canonical.Length) * 0x9E3779B97F4A7C15) >> 57);
    }
}
