using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace GpConnect.Assurance.Evidence;

/// <summary>Reads the token of an <c>Authorization</c> header without judging it: malformed tokens are sent on purpose.</summary>
internal static class JwtReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when there is no bearer token.</returns>
    public static JwtRecord? Read(IEnumerable<HeaderRecord> requestHeaders)
    {
        var authorization = requestHeaders.FirstOrDefault(h => h.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))?.Value.Trim();
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = authorization["Bearer ".Length..].Trim();
        var parts = token.Split('.');
        if (parts.Length is < 2 or > 3)
        {
            return new JwtRecord { Problem = $"The token has {parts.Length} dot-separated part(s) in {token.Length} characters; a JWT has 3." };
        }

        var header = Decode(parts[0]);
        var claims = Decode(parts[1]);
        return new JwtRecord
        {
            Header = header,
            Claims = claims,
            Signed = parts.Length == 3 && parts[2].Length > 0,
            Problem = Problem("header", header) ?? Problem("claims set", claims) ?? MissingPart(parts),
        };
    }

    private static string? Problem(string part, string? text) => text is null
        ? $"The {part} is not base64url of UTF-8 text."
        : IsJsonObject(text) ? null : $"The {part} is not a JSON object.";

    private static string? MissingPart(string[] parts) =>
        parts.Length == 2 ? "The token has 2 parts; an unsigned JWT ends with a dot and an empty third." : null;

    private static string? Decode(string part)
    {
        try
        {
            return StrictUtf8.GetString(Base64Url.DecodeFromChars(part));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
