using System.Buffers;
using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>A text with layers of escapes undone, that still knows where each of its characters stood in the original.</summary>
internal sealed class EscapedView
{
    private const int LongestEntity = 10;

    private static readonly SearchValues<char> EscapeStarts = SearchValues.Create("%\\&\0");

    private static readonly Dictionary<string, char> Entities = new(StringComparer.Ordinal)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
    };

    /// <summary>The text this one was made from by undoing one layer; null for the original.</summary>
    private readonly EscapedView? _under;

    /// <summary>Where this text and the one under it run in step again, by position here; the first is at 0, the last at the end.</summary>
    private readonly List<(int Here, int Under)> _steps;

    private EscapedView(string text, EscapedView? under, List<(int Here, int Under)> steps)
    {
        Text = text;
        _under = under;
        _steps = steps;
    }

    public string Text { get; }

    public static EscapedView Of(string original) => new(original, null, []);

    /// <summary>Where a range of this view begins and ends in the original.</summary>
    public (int Start, int End) InOriginal(int start, int length) => (InOriginal(start), InOriginal(start + length));

    /// <summary>Undoes percent-encoding, JSON escapes and HTML entities, and drops the zero bytes of UTF-16.</summary>
    /// <returns>Null when nothing is escaped.</returns>
    public EscapedView? Unescape()
    {
        var unescaped = new StringBuilder();
        var steps = new List<(int Here, int Under)> { (0, 0) };
        var copied = 0;
        for (var at = NextEscape(0); at < Text.Length;)
        {
            var (length, character) = Read(at);
            if (length == 0)
            {
                at = NextEscape(at + 1);
                continue;
            }

            unescaped.Append(Text, copied, at - copied);
            steps.Add((unescaped.Length, at));
            _ = character is { } c ? unescaped.Append(c) : unescaped;
            copied = at + length;
            steps.Add((unescaped.Length, copied));
            at = NextEscape(copied);
        }

        if (copied == 0)
        {
            return null;
        }

        unescaped.Append(Text, copied, Text.Length - copied);
        return new EscapedView(unescaped.ToString(), this, steps);
    }

    private int InOriginal(int position)
    {
        if (_under is null)
        {
            return position;
        }

        // The last step at or before the position; of several at one place the last, which stands behind what was dropped there.
        var index = _steps.BinarySearch((position, int.MaxValue));
        var (here, under) = _steps[~index - 1];
        return _under.InOriginal(under + position - here);
    }

    private int NextEscape(int from)
    {
        var found = Text.AsSpan(from).IndexOfAny(EscapeStarts);
        return found < 0 ? Text.Length : from + found;
    }

    /// <summary>How many characters the escape at this place is long, 0 when it is none, and what it stands for; a zero byte for nothing.</summary>
    private (int Length, char? Character) Read(int at) => Text[at] switch
    {
        '\0' => (1, null),
        '%' => Hexadecimal(at + 1, 2) is { } c ? (3, c) : default,
        '\\' => JsonEscape(at),
        _ => Entity(at),
    };

    private (int Length, char? Character) JsonEscape(int at) => At(at + 1) switch
    {
        'u' when Hexadecimal(at + 2, 4) is { } c => (6, c),
        'n' => (2, '\n'),
        'r' => (2, '\r'),
        't' => (2, '\t'),
        var c and ('"' or '\\' or '/') => (2, c),
        _ => default,
    };

    private (int Length, char? Character) Entity(int at)
    {
        var end = Text.IndexOf(';', at, Math.Min(LongestEntity, Text.Length - at));
        if (end < 0)
        {
            return default;
        }

        var name = Text[(at + 1)..end];
        char? character = name switch
        {
            ['#', 'x' or 'X', .. var digits] when ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, null, out var code) => (char)code,
            ['#', .. var digits] when ushort.TryParse(digits, NumberStyles.None, null, out var code) => (char)code,
            _ => Entities.TryGetValue(name, out var named) ? named : null,
        };
        return character is null ? default : (end + 1 - at, character);
    }

    private char? Hexadecimal(int at, int digits) => at + digits <= Text.Length
        && ushort.TryParse(Text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, null, out var code) ? (char)code : null;

    private char At(int at) => at < Text.Length ? Text[at] : '\0';
}
