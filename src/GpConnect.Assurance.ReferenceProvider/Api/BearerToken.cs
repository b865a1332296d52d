using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The unsecured JWT of the Authorization header, read as far as its claims (GPC-API-064 to GPC-API-070).</summary>
internal static class BearerToken
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The claims; an empty object only where a defect lets a request pass without a readable token.</summary>
    public static JsonObject Read(FhirRequest request)
    {
        var authorization = request.Header("Authorization");
        if (authorization is null)
        {
            return request.Keeps(Rule.TokenIsPresent)
                ? throw Refusal(request, "The Authorization header is expected once, with a bearer token.", code: null)
                : [];
        }

        var token = AfterScheme(request, authorization);
        return token is null ? [] : Claims(request, token);
    }

    /// <summary>The refusal of a token that grants nothing: 400, or 401 where the practice follows RFC 6750.</summary>
    public static RefusedException Refusal(FhirRequest request, string diagnostics, string? code = "invalid_token")
    {
        var unauthorised = request.Reads(Reading.TokenErrorsAreUnauthorised);
        var error = unauthorised ? code : "invalid_request";
        return new RefusedException(SpineError.BadRequest, diagnostics)
        {
            Status = unauthorised ? StatusCodes.Status401Unauthorized : null,
            WwwAuthenticate = error is null ? "Bearer" : $"Bearer error=\"{error}\"",
        };
    }

    private static string? AfterScheme(FhirRequest request, string authorization)
    {
        var blank = authorization.IndexOf(' ', StringComparison.Ordinal);
        var scheme = blank < 0 ? authorization : authorization[..blank];
        var token = blank < 0 ? "" : authorization[(blank + 1)..].Trim();
        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && token.Length > 0)
        {
            return token;
        }

        return request.Keeps(Rule.TokenSchemeIsBearer)
            ? throw Refusal(request, "The Authorization header does not have the form 'Bearer {token}'.", "invalid_request")
            : null;
    }

    private static JsonObject Claims(FhirRequest request, string token)
    {
        var parts = token.Split('.');
        if (parts.Length == 2 && !request.Keeps(Rule.TokenEndsWithADot))
        {
            parts = [.. parts, ""];
        }

        if (parts.Length != 3)
        {
            return request.Keeps(Rule.TokenHasThreeParts)
                ? throw Refusal(request, "The token does not have three parts joined by dots; the dot at its end may be missing.")
                : [];
        }

        if (parts[2].Length != 0)
        {
            throw Refusal(request, "The token has a signature; an unsecured token ends with its second dot.");
        }

        var header = Decode(request, parts[0], "header");
        if (header is not null && !(header["alg"] is JsonValue alg && alg.TryGetValue<string>(out var algorithm) && algorithm == "none"))
        {
            throw Refusal(request, "The token's header does not say alg none.");
        }

        return Decode(request, parts[1], "payload") ?? [];
    }

    private static JsonObject? Decode(FhirRequest request, string part, string name)
    {
        byte[] json;
        try
        {
            // Padding is no part of base64url in a JWT (RFC 7515 section 2).
            json = part.Contains('=', StringComparison.Ordinal) ? throw new FormatException() : Base64Url.DecodeFromChars(part);
        }
        catch (FormatException)
        {
            return request.Keeps(Rule.TokenIsBase64Url)
                ? throw Refusal(request, $"The token's {name} is not base64url.")
                : null;
        }

        try
        {
            if (JsonNode.Parse(json, documentOptions: Strict) is JsonObject decoded)
            {
                return decoded;
            }
        }
        catch (JsonException)
        {
        }

        return request.Keeps(Rule.TokenPayloadIsJson)
            ? throw Refusal(request, $"The token's {name} is not a JSON object.")
            : null;
    }
}
