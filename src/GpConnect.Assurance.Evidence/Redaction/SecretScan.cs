using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Finds the secrets of a text, behind up to four layers of escapes, and replaces them.</summary>
/// <param name="secrets">Those known by their value; others are found by their form.</param>
internal sealed class SecretScan(IReadOnlyCollection<string> secrets)
{
    private const int DeepestLayer = 4;

    /// <returns>The very same string when it holds no secret.</returns>
    public string Replace(string text)
    {
        var found = new List<(int Start, int End)>();
        var view = EscapedView.Of(text);
        for (var layer = 0; view is not null && layer <= DeepestLayer; layer++)
        {
            foreach (var (start, length) in Find(view.Text))
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

    private List<(int Start, int Length)> Find(string text)
    {
        var found = SecretPatterns.Find(text);
        foreach (var secret in secrets)
        {
            for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal))
            {
                found.Add((at, secret.Length));
            }
        }

        found.AddRange(Base64Runs.Find(text, IsSecret));
        return found;
    }

    private bool IsSecret(ReadOnlySpan<char> decoded)
    {
        foreach (var secret in secrets)
        {
            if (decoded.Contains(secret, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return IsJwtPart(decoded) || (SecretPatterns.Hint(decoded) && SecretPatterns.Find(decoded.ToString()).Count > 0);
    }

    /// <summary>True for the JSON of a JWT's header or claims: a stretch of base64 that says this is a part of a token.</summary>
    private static bool IsJwtPart(ReadOnlySpan<char> decoded) =>
        (decoded.Contains("\"alg\"", StringComparison.Ordinal) && decoded.Contains("\"typ\"", StringComparison.Ordinal))
        || (decoded.Contains("\"iss\"", StringComparison.Ordinal) && decoded.Contains("\"exp\"", StringComparison.Ordinal));
}
