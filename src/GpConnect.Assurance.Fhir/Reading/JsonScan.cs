using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>The inner loops of JSON reading, sixteen bytes at a time.</summary>
internal static class JsonScan
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    /// <summary>The first byte from <paramref name="start"/> that is no JSON white space; the length when there is none.</summary>
    public static int SkipBlank(ReadOnlySpan<byte> source, int start)
    {
        var i = start;
        if ((uint)i < (uint)source.Length && source[i] > (byte)' ')
        {
            return i;
        }

        if (Vector128.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(source);
            for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                var block = Vector128.LoadUnsafe(ref first, (nuint)i);
                var blank = Vector128.Equals(block, Vector128.Create((byte)' ')) | Vector128.Equals(block, Vector128.Create((byte)'\n'))
                    | Vector128.Equals(block, Vector128.Create((byte)'\r')) | Vector128.Equals(block, Vector128.Create((byte)'\t'));
                var mask = ~blank.ExtractMostSignificantBits() & 0xFFFF;
                if (mask != 0)
                {
                    return i + BitOperations.TrailingZeroCount(mask);
                }
            }
        }

        while (i < source.Length && source[i] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            i++;
        }

        return i;
    }

    /// <summary>The first quote, backslash or control character from <paramref name="start"/>; the length when there is none.</summary>
    public static int StringStop(ReadOnlySpan<byte> source, int start)
    {
        var i = start;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(source);
            for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                var block = Vector128.LoadUnsafe(ref first, (nuint)i);
                var stop = Vector128.Equals(block, Vector128.Create(Quote)) | Vector128.Equals(block, Vector128.Create(Backslash))
                    | Vector128.LessThan(block, Vector128.Create((byte)' '));
                var mask = stop.ExtractMostSignificantBits();
                if (mask != 0)
                {
                    return i + BitOperations.TrailingZeroCount(mask);
                }
            }
        }

        while (i < source.Length && source[i] is not (Quote or Backslash or < (byte)' '))
        {
            i++;
        }

        return i;
    }

    /// <summary>The closing quote of the string whose content starts at <paramref name="start"/>; the length when there is none.</summary>
    public static int ClosingQuote(ReadOnlySpan<byte> source, int start)
    {
        var i = start;
        while (true)
        {
            i = StringStop(source, i);
            if (i >= source.Length || source[i] == Quote)
            {
                return i;
            }

            i = Math.Min(source.Length, source[i] == Backslash ? i + 2 : i + 1);
        }
    }

    /// <summary>The end of the JSON number that starts at <paramref name="start"/>, or -1 when it is not written as JSON allows.</summary>
    public static int NumberEnd(ReadOnlySpan<byte> source, int start)
    {
        var i = start;
        if (i < source.Length && source[i] == '-')
        {
            i++;
        }

        if (i >= source.Length || !char.IsAsciiDigit((char)source[i]))
        {
            return -1;
        }

        i = source[i] == '0' ? i + 1 : DigitsEnd(source, i);
        if (i < source.Length && source[i] == '.')
        {
            var end = DigitsEnd(source, i + 1);
            if (end == i + 1)
            {
                return -1;
            }

            i = end;
        }

        if (i < source.Length && source[i] is (byte)'e' or (byte)'E')
        {
            i++;
            if (i < source.Length && source[i] is (byte)'+' or (byte)'-')
            {
                i++;
            }

            var end = DigitsEnd(source, i);
            return end == i ? -1 : end;
        }

        return i;
    }

    private static int DigitsEnd(ReadOnlySpan<byte> source, int start)
    {
        var i = start;
        while (i < source.Length && char.IsAsciiDigit((char)source[i]))
        {
            i++;
        }

        return i;
    }
}
