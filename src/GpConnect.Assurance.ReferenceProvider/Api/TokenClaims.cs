using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The ten claims of the token (GPC-API-073 to GPC-API-107).</summary>
internal static class TokenClaims
{
    private static readonly (string Name, Rule Rule)[] Required =
    [
        ("iss", Rule.IssIsPresent),
        ("sub", Rule.SubIsPresent),
        ("aud", Rule.AudIsPresent),
        ("exp", Rule.ExpIsPresent),
        ("iat", Rule.IatIsPresent),
        ("reason_for_request", Rule.ReasonForRequestIsPresent),
        ("requested_scope", Rule.RequestedScopeIsPresent),
        ("requesting_device", Rule.RequestingDeviceIsPresent),
        ("requesting_organization", Rule.RequestingOrganizationIsPresent),
        ("requesting_practitioner", Rule.RequestingPractitionerIsPresent),
    ];

    private static readonly string[] Texts = ["iss", "sub", "aud", "reason_for_request", "requested_scope"];

    public static void Check(FhirRequest request, JsonObject claims)
    {
        CheckPresence(request, claims);
        CheckTexts(claims);
        CheckTimes(request, claims);
        CheckAudience(request, claims);
        CheckReason(request, claims);
        ClaimResources.Check(request, claims);
        CheckSubject(request, claims);
        RequestedScope.Check(request, TextOf(claims, "requested_scope"));
        request.Claims = claims;
    }

    public static RefusedException BadClaim(string name, string what) =>
        new(SpineError.BadRequest, $"The token's {name} claim {what}.") { WwwAuthenticate = "Bearer error=\"invalid_request\"" };

    private static string? TextOf(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static void CheckPresence(FhirRequest request, JsonObject claims)
    {
        foreach (var (name, rule) in Required)
        {
            var isOptional = name == "iat" && request.Reads(Reading.IssuedAtIsNotLookedAt);
            if (request.Keeps(rule) && !isOptional && IsEmpty(claims[name]))
            {
                throw BadClaim(name, "is missing, null or empty");
            }
        }
    }

    private static bool IsEmpty(JsonNode? claim) => claim switch
    {
        null => true,
        JsonObject resource => resource.Count == 0,
        JsonArray array => array.Count == 0,
        _ => claim.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(claim.GetValue<string>()),
    };

    private static void CheckTexts(JsonObject claims)
    {
        foreach (var name in Texts)
        {
            if (!IsEmpty(claims[name]) && TextOf(claims, name) is null)
            {
                throw BadClaim(name, "is not a string");
            }
        }

        if (TextOf(claims, "iss") is { } issuer && !Uri.TryCreate(issuer, UriKind.Absolute, out _))
        {
            throw BadClaim("iss", "is not a URL");
        }
    }

    /// <summary>Only <c>exp</c> is looked at: providers do not judge <c>iat</c>, so that clocks may differ (GPC-API-094).</summary>
    private static void CheckTimes(FhirRequest request, JsonObject claims)
    {
        var now = request.Received.ToUnixTimeSeconds();
        if (!request.Keeps(Rule.FutureIatIsTolerated) && claims["iat"] is JsonValue iat && iat.TryGetValue<long>(out var issued) && issued > now)
        {
            throw BadClaim("iat", "is in the future");
        }

        if (IsEmpty(claims["exp"]))
        {
            return;
        }

        if (claims["exp"] is not JsonValue exp || exp.GetValueKind() != JsonValueKind.Number || !exp.TryGetValue<long>(out var expiry))
        {
            if (request.Keeps(Rule.ExpIsAnInteger))
            {
                throw BadClaim("exp", "is not an integer");
            }

            return;
        }

        if (expiry <= now && request.Keeps(Rule.ExpiredTokenIsRefused))
        {
            throw BearerToken.Refusal(request, "The token has expired (exp claim).");
        }
    }

    private static void CheckAudience(FhirRequest request, JsonObject claims)
    {
        if (TextOf(claims, "aud") is not { } audience || request.Reads(Reading.AudienceIsNotCompared))
        {
            return;
        }

        // The name that the consumer called this machine by may differ from the one it was started with.
        var asCalled = $"{request.Http.Scheme}://{request.Http.Host}/{request.Practice.Options.OdsCode}/{request.Practice.PathOf(request.Root).TrimEnd('/')}";
        if (audience != asCalled && audience != request.Practice.BaseUrl.AbsoluteUri.TrimEnd('/'))
        {
            throw BadClaim("aud", $"is '{audience}' and not the service root URL '{asCalled}'");
        }
    }

    private static void CheckReason(FhirRequest request, JsonObject claims)
    {
        if (request.Keeps(Rule.ReasonForRequestIsDirectCare)
            && TextOf(claims, "reason_for_request") is { } reason
            && reason != "directcare")
        {
            throw BadClaim("reason_for_request", $"is '{reason}' and not 'directcare'");
        }
    }

    private static void CheckSubject(FhirRequest request, JsonObject claims)
    {
        if (request.Reads(Reading.SubjectIsNotCompared))
        {
            return;
        }

        var practitioner = claims["requesting_practitioner"] is JsonObject resource ? TextOf(resource, "id") : null;
        if (TextOf(claims, "sub") is { } subject && practitioner is not null && subject != practitioner)
        {
            throw BadClaim("sub", $"is '{subject}' and not the id of requesting_practitioner, '{practitioner}'");
        }
    }
}
