using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of the checks on the bearer token.</summary>
internal static class TokenDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-064", "The token may be missing", "GPC-API-064") { AlsoBreaks = ["GPC-API-144"], Neglects = [Rule.TokenIsPresent, .. Presence] },
        new("GPD-API-065", "Another authorization scheme will do", "GPC-API-065") { Neglects = [Rule.TokenSchemeIsBearer, .. Presence] },
        new("GPD-API-066", "A token of one part will do", "GPC-API-065") { Neglects = [Rule.TokenHasThreeParts, .. Presence] },
        new("GPD-API-067", "A token that is not base64url will do", "GPC-API-065") { Neglects = [Rule.TokenIsBase64Url, .. Presence] },
        new("GPD-API-068", "A token that is not JSON will do", "GPC-API-065") { Neglects = [Rule.TokenPayloadIsJson, .. Presence] },
        new("GPD-API-069", "A token that cannot be read is answered with 401 and no challenge", "GPC-API-066")
        {
            AlsoBreaks = ["GPC-API-064", "GPC-API-065", "GPC-API-070", "GPC-API-089"],
            OnResponse = response =>
            {
                if (response.Headers.Remove("WWW-Authenticate"))
                {
                    response.Status = 401;
                }
            },
        },
        new("GPD-API-070", "The dot at the token's end may be missing", "GPC-API-070") { Neglects = [Rule.TokenEndsWithADot] },
        Missing("GPD-API-073", "iss", Rule.IssIsPresent, "GPC-API-073"),
        Missing("GPD-API-074", "sub", Rule.SubIsPresent, "GPC-API-074"),
        Missing("GPD-API-075", "aud", Rule.AudIsPresent, "GPC-API-075"),
        Missing("GPD-API-076", "exp", Rule.ExpIsPresent, "GPC-API-076"),
        Missing("GPD-API-077", "reason_for_request", Rule.ReasonForRequestIsPresent, "GPC-API-078"),
        Missing("GPD-API-078", "requested_scope", Rule.RequestedScopeIsPresent, "GPC-API-079"),
        new("GPD-API-079", "The claim requesting_device may be missing", "GPC-API-080")
        {
            Neglects = [Rule.RequestingDeviceIsPresent, Rule.RequestingDeviceIsADevice],
        },
        new("GPD-API-080", "The claim requesting_organization may be missing", "GPC-API-081")
        {
            Neglects = [Rule.RequestingOrganizationIsPresent, Rule.RequestingOrganizationIsAnOrganization],
        },
        new("GPD-API-081", "The claim requesting_practitioner may be missing", "GPC-API-082")
        {
            Neglects = [Rule.RequestingPractitionerIsPresent, Rule.RequestingPractitionerIsAPractitioner],
        },
        new("GPD-API-089", "An expired token will do", "GPC-API-089") { AlsoBreaks = ["GPC-API-066"], Neglects = [Rule.ExpiredTokenIsRefused] },
        new("GPD-API-090", "exp need not be a number", "GPC-API-090") { Neglects = [Rule.ExpIsAnInteger] },
        new("GPD-API-094", "A token from a clock that is ahead is refused", "GPC-API-094") { Neglects = [Rule.FutureIatIsTolerated] },
        new("GPD-API-097", "Any reason for the request will do", "GPC-API-097") { Neglects = [Rule.ReasonForRequestIsDirectCare] },
        new("GPD-API-105", "Any scope will do", "GPC-API-105")
        {
            Neglects = [Rule.RequestedScopeIsDefined, Rule.RequestedScopeAuthorises],
        },
        new("GPD-API-107", "The scope listed for an interaction is refused", "GPC-API-107") { Neglects = [Rule.TheRightScopeIsTaken] },
        new("GPD-API-112", "A user without a smartcard is refused", "GPC-API-112") { Neglects = [Rule.UnknownSdsIdentifiersAreTaken] },
        new("GPD-API-113", "A user without a role profile is refused", "GPC-API-113")
        {
            Neglects = [Rule.OptionalPractitionerIdentifiersMayBeAbsent],
        },
        new("GPD-API-114", "Resources in claims must name a profile", "GPC-API-114") { Neglects = [Rule.ClaimsNeedNoProfile] },
        new("GPD-API-115", "requesting_device may hold any resource", "GPC-API-115") { Neglects = [Rule.RequestingDeviceIsADevice] },
        new("GPD-API-116", "requesting_device may be invalid", "GPC-API-116") { Neglects = [Rule.RequestingDeviceIsValid] },
        new("GPD-API-117", "requesting_organization may hold any resource", "GPC-API-117")
        {
            Neglects = [Rule.RequestingOrganizationIsAnOrganization],
        },
        new("GPD-API-118", "requesting_organization may be invalid", "GPC-API-118") { Neglects = [Rule.RequestingOrganizationIsValid] },
        new("GPD-API-119", "requesting_practitioner may hold any resource", "GPC-API-119")
        {
            Neglects = [Rule.RequestingPractitionerIsAPractitioner],
        },
        new("GPD-API-120", "requesting_practitioner may be invalid", "GPC-API-120") { Neglects = [Rule.RequestingPractitionerIsValid] },
        new("GPD-API-121", "A claim's error does not say which claim it was", "GPC-API-150")
        {
            OnResponse = Spoil.Issues("BAD_REQUEST", Spoil.Set("diagnostics", () => "The request is not right.")),
        },
        new("GPD-API-122", "Organisations are refused by a list of the practice's own", "GPC-API-232") { Neglects = [Rule.AnyOrganizationIsServed] },
    ];

    /// <summary>The claims cannot be asked of a token that was never read.</summary>
    private static Rule[] Presence =>
    [
        Rule.IssIsPresent, Rule.SubIsPresent, Rule.AudIsPresent, Rule.ExpIsPresent, Rule.IatIsPresent, Rule.ReasonForRequestIsPresent,
        Rule.RequestedScopeIsPresent, Rule.RequestingDeviceIsPresent, Rule.RequestingOrganizationIsPresent, Rule.RequestingPractitionerIsPresent,
    ];

    private static Defect Missing(string id, string claim, Rule rule, string requirement) =>
        new(id, $"The claim {claim} may be missing", requirement) { Neglects = [rule] };
}
