using System.Buffers;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Stretches of a text that may be base64 or base64url, decoded.</summary>
internal static class Base64Runs
{
    private const int Shortest = 24;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Both alphabets, and the line breaks that MIME puts between.</summary>
    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet + "+/-_\r\n");

    /// <summary>Start and length of every stretch of which <paramref name="isSecret"/> says so, decoded from any of the four places it may begin at.</summary>
    public static IEnumerable<(int Start, int Length)> Find(string text, Func<string, bool> isSecret)
    {
        for (var start = 0; start < text.Length;)
        {
            var skipped = text.AsSpan(start).IndexOfAny(Characters);
            if (skipped < 0)
            {
                yield break;
            }

            start += skipped;
            var length = text.AsSpan(start).IndexOfAnyExcept(Characters);
            length = length < 0 ? text.Length - start : length;
            if (length >= Shortest && IsSecretFromAnyOffset(text.AsSpan(start, length), isSecret))
            {
                yield return (start, length);
            }

            start += length;
        }
    }

    private static bool IsSecretFromAnyOffset(ReadOnlySpan<char> run, Func<string, bool> isSecret)
    {
        for (var offset = 0; offset < 4; offset++)
        {
            if (isSecret(Decode(run[offset..])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The decoded bytes, each as the character of its number; a last incomplete group is left out.</summary>
    private static string Decode(ReadOnlySpan<char> run)
    {
        var decoded = new char[run.Length * 3 / 4];
        var written = 0;
        var bits = 0;
        var held = 0;
        foreach (var c in run)
        {
            var value = Value(c);
            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFF;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                decoded[written++] = (char)((bits >> held) & 0xFF);
            }
        }

        return new string(decoded, 0, written);
    }

    private static int Value(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
