using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Finds the secrets of a text, behind up to four layers of escapes, and replaces them.</summary>
internal static class SecretScan
{
    private const int DeepestLayer = 4;

    /// <returns>The very same string when it holds no secret.</returns>
    public static string Replace(string text, IReadOnlyCollection<string> secrets)
    {
        var found = new List<(int Start, int End)>();
        var view = EscapedView.Of(text);
        for (var layer = 0; view is not null && layer <= DeepestLayer; layer++)
        {
            foreach (var (start, length) in Find(view.Text, secrets))
            {
                found.Add(view.InOriginal(start, length));
            }

            view = view.Unescape();
        }

        found.RemoveAll(range => text.AsSpan(range.Start, range.End - range.Start).SequenceEqual(Redactor.Mask));
        return found.Count == 0 ? text : Replace(text, found);
    }

    private static string Replace(string text, List<(int Start, int End)> found)
    {
        found.Sort();
        var replaced = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (start, end) in found)
        {
            // A range that overlaps the one before it only makes that one longer.
            if (start >= copied)
            {
                replaced.Append(text, copied, start - copied).Append(Redactor.Mask);
            }

            copied = Math.Max(copied, end);
        }

        return replaced.Append(text, copied, text.Length - copied).ToString();
    }

    private static IEnumerable<(int Start, int Length)> Find(string text, IReadOnlyCollection<string> secrets) =>
        SecretPatterns.Find(text)
            .Concat(secrets.SelectMany(secret => Occurrences(text, secret)))
            .Concat(Base64Runs.Find(text, decoded => IsSecret(decoded, secrets)));

    private static IEnumerable<(int Start, int Length)> Occurrences(string text, string secret)
    {
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal))
        {
            yield return (at, secret.Length);
        }
    }

    private static bool IsSecret(string decoded, IReadOnlyCollection<string> secrets) =>
        secrets.Any(secret => decoded.Contains(secret, StringComparison.Ordinal)) || IsJwtPart(decoded) || SecretPatterns.Find(decoded).Any();

    /// <summary>True for the JSON of a JWT's header or claims: a stretch of base64 that says this is a part of a token.</summary>
    private static bool IsJwtPart(string decoded) =>
        (Names(decoded, "alg") && Names(decoded, "typ")) || (Names(decoded, "iss") && Names(decoded, "exp"));

    private static bool Names(string json, string member) => json.Contains($"\"{member}\"", StringComparison.Ordinal);
}
