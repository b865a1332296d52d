using System.Text;

namespace GpConnect.Assurance.Evidence.Redaction;

/// <summary>The secrets that a request sent, so that they are known again when the provider echoes them.</summary>
internal static class RequestSecrets
{
    /// <summary>Shorter values are not searched for: negative tests send words such as <c>invalid</c> in place of a token.</summary>
    private const int Shortest = 8;

    public static IEnumerable<string> Of(IEnumerable<HeaderRecord> requestHeaders) =>
        requestHeaders.SelectMany(Of).Where(secret => secret.Length >= Shortest);

    private static IEnumerable<string> Of(HeaderRecord header) =>
        SensitiveHeaders.IsCredentials(header.Name) ? OfCredentials(header.Value.Trim())
        : SensitiveHeaders.IsCookie(header.Name) ? header.Value.Split(';').Select(ValueOf)
        : SensitiveHeaders.IsKey(header.Name) ? [header.Value.Trim()]
        : [];

    private static IEnumerable<string> OfCredentials(string value)
    {
        var credentials = value[(value.LastIndexOf(' ') + 1)..];
        yield return credentials;

        // Parts of a JWT are searched for one by one: a provider may echo them apart.
        foreach (var part in credentials.Split('.'))
        {
            yield return part;
        }

        if (value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && FromBase64(credentials) is { } userAndPassword)
        {
            yield return userAndPassword;
            yield return userAndPassword[(userAndPassword.IndexOf(':', StringComparison.Ordinal) + 1)..];
        }
    }

    private static string ValueOf(string cookie) => cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();

    private static string? FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
