using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>The secrets that a request sent, so that they are known again when the provider echoes them.</summary>
internal static class RequestSecrets
{
    /// <summary>Shorter values are not searched for: negative tests send words such as <c>invalid</c> in place of a token.</summary>
    private const int Shortest = 8;

    public static IEnumerable<string> Of(IEnumerable<HeaderRecord> requestHeaders) => requestHeaders.SelectMany(Of);

    private static IEnumerable<string> Of(HeaderRecord header)
    {
        var value = header.Value.Trim();
        return SensitiveHeaders.IsCredentials(header.Name) ? Long(OfToken(value)).Concat(OfBasic(value))
            : SensitiveHeaders.IsCookie(header.Name) ? Long(value.Split(';').Select(ValueOf))
            : SensitiveHeaders.IsKey(header.Name) ? Long([value])
            : [];
    }

    private static IEnumerable<string> Long(IEnumerable<string> secrets) => secrets.Where(secret => secret.Length >= Shortest);

    /// <summary>The token whole, and the parts of a JWT one by one, because a provider may echo them apart.</summary>
    private static IEnumerable<string> OfToken(string value)
    {
        var token = LastWord(value);
        return token.Split('.').Prepend(token);
    }

    private static IEnumerable<string> OfBasic(string value)
    {
        if (value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && FromBase64(LastWord(value)) is { } userAndPassword)
        {
            yield return userAndPassword;
            yield return userAndPassword[(userAndPassword.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }
    }

    private static string LastWord(string value) => value[(value.LastIndexOf(' ') + 1)..];

    private static string ValueOf(string cookie) => cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();

    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
