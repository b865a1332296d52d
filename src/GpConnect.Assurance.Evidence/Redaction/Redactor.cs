using System.Collections.Immutable;
using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>Keeps secrets out of whatever is written: bearer tokens, credentials, cookies, passwords and registered secrets.</summary>
/// <remarks>
/// A secret is found as it stands and also percent-encoded, JSON-escaped, as HTML entities, in UTF-16, in base64, and in up to
/// four layers of these, because a provider under test may echo what it was sent in any of them. Thread-safe.
/// </remarks>
public sealed class Redactor
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "[redacted]";

    /// <summary>A shorter secret is not searched for: it would blot out words that have nothing to do with it.</summary>
    public const int ShortestSecret = 4;

    private ImmutableHashSet<string> _secrets = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Registers a secret (a password, a key, a client secret) to be replaced wherever it appears from now on.</summary>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < ShortestSecret)
        {
            return;
        }

        var forms = new[] { secret, secret.Replace(' ', '+'), Bytewise(secret), secret.ReplaceLineEndings("\n") };
        ImmutableInterlocked.Update(ref _secrets, known => known.Union(forms));
    }

    /// <summary>The text with every secret in it replaced by <see cref="Mask"/>.</summary>
    public string Text(string text) => new SecretScan(_secrets).Replace(text);

    /// <summary>The bytes of a body with every secret replaced; the very same memory when there is none.</summary>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body)
    {
        // Latin-1 gives each byte a character of its own: what is not a secret comes out as it went in, whatever its encoding.
        var text = Encoding.Latin1.GetString(body.Span);
        var redacted = Text(text);
        return ReferenceEquals(text, redacted) ? body : Encoding.Latin1.GetBytes(redacted);
    }

    /// <summary>A raw request or response head, with the values of sensitive headers and every other secret replaced.</summary>
    public ReadOnlyMemory<byte> Head(ReadOnlyMemory<byte> head)
    {
        var text = Encoding.Latin1.GetString(head.Span);
        var redacted = SensitiveHeaders.RedactHead(text, Text);
        return text == redacted ? head : Encoding.Latin1.GetBytes(redacted);
    }

    public HeaderRecord Header(HeaderRecord header) =>
        new(Text(header.Name), Text(SensitiveHeaders.Redact(header.Name, header.Value)));

    /// <summary>A redactor that knows, besides the secrets registered so far, those that these request headers carry.</summary>
    internal Redactor With(IEnumerable<HeaderRecord> requestHeaders)
    {
        var scoped = new Redactor { _secrets = _secrets };
        foreach (var secret in RequestSecrets.Of(requestHeaders))
        {
            scoped.Add(secret);
        }

        return scoped;
    }

    /// <summary>The secret as the Latin-1 reading of its UTF-8 bytes, which is how a body is searched.</summary>
    private static string Bytewise(string secret) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret));
}
