using System.Buffers.Text;
using System.Text;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>Resolves the escapes of a JSON string.</summary>
internal static class JsonText
{
    /// <summary>
    /// Writes the text of the string whose content starts at <paramref name="start"/>.
    /// </summary>
    /// <param name="into">At least as long as the content: unescaping never lengthens.</param>
    /// <param name="written">Bytes written.</param>
    /// <param name="loneSurrogate">An escape named half a surrogate pair; U+FFFD stands for it.</param>
    /// <returns>The position of the closing quote, or the complement (~) of the position of what is wrong.</returns>
    public static int Unescape(ReadOnlySpan<byte> source, int start, Span<byte> into, out int written, out bool loneSurrogate)
    {
        written = 0;
        loneSurrogate = false;
        var i = start;
        while (true)
        {
            var stop = JsonScan.StringStop(source, i);
            source[i..stop].CopyTo(into[written..]);
            written += stop - i;
            if (stop >= source.Length || source[stop] < ' ')
            {
                return ~stop;
            }

            if (source[stop] == '"')
            {
                return stop;
            }

            var length = Escape(source, stop, into[written..], out var bytes, ref loneSurrogate);
            if (length == 0)
            {
                return ~stop;
            }

            written += bytes;
            i = stop + length;
        }
    }

    private static int Escape(ReadOnlySpan<byte> source, int at, Span<byte> into, out int bytes, ref bool loneSurrogate)
    {
        bytes = 1;
        if (at + 1 >= source.Length)
        {
            return 0;
        }

        if (source[at + 1] == 'u')
        {
            return CodePoint(source, at, into, out bytes, ref loneSurrogate);
        }

        var character = source[at + 1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        into[0] = (byte)character;
        return character == '\0' ? 0 : 2;
    }

    private static int CodePoint(ReadOnlySpan<byte> source, int at, Span<byte> into, out int bytes, ref bool loneSurrogate)
    {
        bytes = 0;
        if (!TryHex(source, at, out var unit))
        {
            return 0;
        }

        var length = 6;
        var rune = Rune.ReplacementChar;
        if (!char.IsSurrogate(unit))
        {
            rune = new Rune(unit);
        }
        else if (char.IsHighSurrogate(unit) && TryHex(source, at + 6, out var low) && char.IsLowSurrogate(low))
        {
            rune = new Rune(unit, low);
            length = 12;
        }
        else
        {
            loneSurrogate = true;
        }

        bytes = rune.EncodeToUtf8(into);
        return length;
    }

    private static bool TryHex(ReadOnlySpan<byte> source, int at, out char unit)
    {
        unit = default;
        if (at + 6 > source.Length || source[at] != '\\' || source[at + 1] != 'u'
            || !Utf8Parser.TryParse(source.Slice(at + 2, 4), out ushort value, out var consumed, 'x') || consumed != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
