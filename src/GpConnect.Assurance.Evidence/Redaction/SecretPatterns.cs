using System.Buffers;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Secrets that give themselves away by their form or by what stands before them.</summary>
/// <remarks>Every pattern takes time in proportion to the text, because the text may be written to slow it down.</remarks>
internal static partial class SecretPatterns
{
    private const string Names = "access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password|passwd|pwd|api_key|apikey|token|secret";

    /// <summary>Characters of base64url and the dots between the parts of a JWT.</summary>
    private const string TokenCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly SearchValues<char> Token = SearchValues.Create(TokenCharacters);

    private static readonly Regex[] Patterns = [Bearer(), Parameter(), Property(), UserInfo(), PrivateKey()];

    /// <summary>Start and length of every secret in the text, in no order; they may overlap.</summary>
    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        foreach (var jwt in Jwts(text))
        {
            yield return jwt;
        }

        foreach (var pattern in Patterns)
        {
            foreach (Match match in pattern.Matches(text))
            {
                yield return (match.Groups["secret"].Index, match.Groups["secret"].Length);
            }
        }
    }

    private static List<(int Start, int Length)> Jwts(string text)
    {
        const int shortest = 20;
        var found = new List<(int, int)>();
        for (var start = text.IndexOf("eyJ", StringComparison.Ordinal); start >= 0;)
        {
            var length = text.AsSpan(start).IndexOfAnyExcept(Token);
            var end = length < 0 ? text.Length : start + length;
            if (end - start >= shortest && text.IndexOf('.', start, end - start) >= 0)
            {
                found.Add((start, end - start));
            }

            start = text.IndexOf("eyJ", end, StringComparison.Ordinal);
        }

        return found;
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
