using System.Buffers;
using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>A text with one layer of escapes undone, that still knows where each of its characters stood in the original.</summary>
internal sealed class EscapedView
{
    private static readonly SearchValues<char> EscapeStarts = SearchValues.Create("%\\&\0");

    private static readonly Dictionary<string, char> Entities = new(StringComparer.Ordinal)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
    };

    /// <summary>For each character its position in the original, and the original's length at the end; null when they are the same.</summary>
    private readonly List<int>? _positions;

    private EscapedView(string text, List<int>? positions)
    {
        Text = text;
        _positions = positions;
    }

    public string Text { get; }

    public static EscapedView Of(string original) => new(original, null);

    /// <summary>Where a range of this view begins and ends in the original.</summary>
    public (int Start, int End) InOriginal(int start, int length) =>
        _positions is null ? (start, start + length) : (_positions[start], _positions[start + length]);

    /// <summary>Undoes percent-encoding, JSON escapes and HTML entities, and drops the zero bytes of UTF-16.</summary>
    /// <returns>Null when nothing is escaped.</returns>
    public EscapedView? Unescape()
    {
        if (Text.AsSpan().IndexOfAny(EscapeStarts) < 0)
        {
            return null;
        }

        var unescaped = new StringBuilder(Text.Length);
        var positions = new List<int>(Text.Length + 1);
        for (var at = 0; at < Text.Length;)
        {
            var (length, character) = Next(at);
            if (character is { } c)
            {
                unescaped.Append(c);
                positions.Add(InOriginal(at, 0).Start);
            }

            at += length;
        }

        positions.Add(InOriginal(Text.Length, 0).Start);
        return unescaped.Length == Text.Length ? null : new EscapedView(unescaped.ToString(), positions);
    }

    /// <summary>How many characters the next one is written in, and which it is; none for a zero byte.</summary>
    private (int Length, char? Character) Next(int at) => Text[at] switch
    {
        '\0' => (1, null),
        '%' when Hexadecimal(at + 1, 2) is { } c => (3, c),
        '\\' => JsonEscape(at),
        '&' => Entity(at),
        var c => (1, c),
    };

    private (int Length, char? Character) JsonEscape(int at) => At(at + 1) switch
    {
        'u' when Hexadecimal(at + 2, 4) is { } c => (6, c),
        'n' => (2, '\n'),
        'r' => (2, '\r'),
        't' => (2, '\t'),
        var c and ('"' or '\\' or '/') => (2, c),
        _ => (1, '\\'),
    };

    private (int Length, char? Character) Entity(int at)
    {
        const int longest = 10;
        var end = Text.IndexOf(';', at, Math.Min(longest, Text.Length - at));
        if (end < 0)
        {
            return (1, '&');
        }

        var name = Text[(at + 1)..end];
        char? character = name switch
        {
            ['#', 'x' or 'X', .. var digits] when ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, null, out var code) => (char)code,
            ['#', .. var digits] when ushort.TryParse(digits, NumberStyles.None, null, out var code) => (char)code,
            _ => Entities.TryGetValue(name, out var named) ? named : null,
        };
        return character is null ? (1, '&') : (end + 1 - at, character);
    }

    private char? Hexadecimal(int at, int digits) => at + digits <= Text.Length
        && ushort.TryParse(Text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, null, out var code) ? (char)code : null;

    private char At(int at) => at < Text.Length ? Text[at] : '\0';
}
