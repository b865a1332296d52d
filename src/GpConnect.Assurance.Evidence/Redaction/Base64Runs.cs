using System.Buffers;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Stretches of a text that may be base64 or base64url, decoded.</summary>
internal static class Base64Runs
{
    private const int Shortest = 24;

    /// <summary>Both alphabets, and the line breaks that MIME puts between.</summary>
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_\r\n");

    /// <summary>Says of decoded bytes, each as the character of its number, whether they hold a secret.</summary>
    public delegate bool SecretTest(ReadOnlySpan<char> decoded);

    /// <summary>Start and length of every stretch that holds a secret when it is decoded from any of the four places it may begin at.</summary>
    public static List<(int Start, int Length)> Find(ReadOnlySpan<char> text, SecretTest isSecret)
    {
        var found = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var skipped = text[start..].IndexOfAny(Characters);
            if (skipped < 0)
            {
                break;
            }

            start += skipped;
            var length = text[start..].IndexOfAnyExcept(Characters);
            length = length < 0 ? text.Length - start : length;
            if (length >= Shortest && IsSecretFromAnyOffset(text.Slice(start, length), isSecret))
            {
                found.Add((start, length));
            }

            start += length;
        }

        return found;
    }

    private static bool IsSecretFromAnyOffset(ReadOnlySpan<char> run, SecretTest isSecret)
    {
        var decoded = ArrayPool<char>.Shared.Rent(run.Length);
        try
        {
            for (var offset = 0; offset < 4; offset++)
            {
                if (isSecret(decoded.AsSpan(0, Decode(run[offset..], decoded))))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(decoded);
        }
    }

    /// <summary>Writes the decoded bytes, each as the character of its number; a last incomplete group is left out.</summary>
    /// <returns>How many there are.</returns>
    private static int Decode(ReadOnlySpan<char> run, Span<char> decoded)
    {
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

        return written;
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
