using System.Buffers;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Secrets that give themselves away by their form or by what stands before them.</summary>
/// <remarks>Every pattern takes time in proportion to the text, because the text may be written to slow it down.</remarks>
internal static partial class SecretPatterns
{
    private const string Names = "access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password|passwd|pwd|api_key|apikey|token|secret";

    /// <summary>No text without one of these holds what the patterns look for; most texts are without, and searching for them is fast.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["eyJ", "bearer", "token", "secret", "assertion", "passw", "pwd", "api_key", "apikey", "private key"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Characters of base64url and the dots between the parts of a JWT.</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly Regex[] Hinted = [Bearer(), Parameter(), Property(), PrivateKey()];

    /// <summary>Start and length of every secret in the text, in no order; they may overlap.</summary>
    public static List<(int Start, int Length)> Find(string text)
    {
        var found = new List<(int, int)>();
        FindAll(UserInfo(), text, found);
        if (text.AsSpan().ContainsAny(Hints))
        {
            FindJwts(text, found);
            foreach (var pattern in Hinted)
            {
                FindAll(pattern, text, found);
            }
        }

        return found;
    }

    /// <summary>True when the text may hold a secret that <see cref="Find"/> would find in it, credentials in a URL left aside.</summary>
    public static bool Hint(ReadOnlySpan<char> text) => text.ContainsAny(Hints);

    private static void FindAll(Regex pattern, string text, List<(int Start, int Length)> found)
    {
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            found.Add((match.Groups["secret"].Index, match.Groups["secret"].Length));
        }
    }

    private static void FindJwts(string text, List<(int Start, int Length)> found)
    {
        const int shortest = 20;
        for (var start = text.IndexOf("eyJ", StringComparison.Ordinal); start >= 0;)
        {
            var length = text.AsSpan(start).IndexOfAnyExcept(TokenCharacters);
            var end = length < 0 ? text.Length : start + length;
            if (end - start >= shortest && text.IndexOf('.', start, end - start) >= 0)
            {
                found.Add((start, end - start));
            }

            start = text.IndexOf("eyJ", end, StringComparison.Ordinal);
        }
    }

    // Prose says "Bearer token" and "Bearer authentication": only a long word, or one with a digit, is taken for a token.
    [GeneratedRegex(@"\bBearer[\s:]{1,8}(?=[^\s""'<>]{20}|[^\s\d""'<>]{0,19}\d)(?<secret>[A-Za-z0-9\-._~+/]{8,}=*)", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"(?:^|[?&;\s""'])(?:" + Names + @")=(?<secret>[^&;#\s""'<>]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""(?:" + Names + @")""\s{0,16}:\s{0,16}""(?<secret>(?>[^""\\]+|\\.)+)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Property();

    [GeneratedRegex(@"://[^/\s:@""'<>]{0,256}:(?<secret>[^/\s@""'<>]{1,256})@")]
    private static partial Regex UserInfo();

    [GeneratedRegex("-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----(?<secret>[^-]+)")]
    private static partial Regex PrivateKey();
}
