using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The resources that stand in claims: who asks, for which organisation, with which system
/// (GPC-API-108 to GPC-API-121). They follow base STU3; no profile is asked of them.</summary>
internal static class ClaimResources
{
    private const string OdsCode = "https://fhir.nhs.uk/Id/ods-organization-code";
    private const string SdsUserId = "https://fhir.nhs.uk/Id/sds-user-id";
    private const string SdsRoleProfileId = "https://fhir.nhs.uk/Id/sds-role-profile-id";

    private sealed record Claim(string Name, string ResourceType, Rule IsOfType, Rule IsValid);

    private static readonly Claim Device =
        new("requesting_device", "Device", Rule.RequestingDeviceIsADevice, Rule.RequestingDeviceIsValid);

    private static readonly Claim Organization =
        new("requesting_organization", "Organization", Rule.RequestingOrganizationIsAnOrganization, Rule.RequestingOrganizationIsValid);

    private static readonly Claim Practitioner =
        new("requesting_practitioner", "Practitioner", Rule.RequestingPractitionerIsAPractitioner, Rule.RequestingPractitionerIsValid);

    public static void Check(FhirRequest request, JsonObject claims)
    {
        if (Read(request, claims, Device) is { } device)
        {
            Require(request, Device, "an identifier with system and value", HasIdentifier(device, null));
            Require(request, Device, "a model", device["model"] is not null);
            Require(request, Device, "a version", device["version"] is not null);
        }

        if (Read(request, claims, Organization) is { } organization)
        {
            Require(request, Organization, "a name", organization["name"] is not null);
            Require(request, Organization, $"an identifier of {OdsCode}", HasIdentifier(organization, OdsCode));
            Require(
                request,
                Organization,
                "the code of an organisation that shares with this practice",
                request.Keeps(Rule.AnyOrganizationIsServed) || HasIdentifier(organization, OdsCode, request.Practice.Options.ConsumerOdsCode));
        }

        if (Read(request, claims, Practitioner) is { } practitioner)
        {
            CheckPractitioner(request, practitioner);
        }
    }

    private static void CheckPractitioner(FhirRequest request, JsonObject practitioner)
    {
        Require(request, Practitioner, "an id", practitioner["id"] is not null);
        Require(request, Practitioner, "a name with a family name", practitioner["name"] is JsonArray { Count: > 0 } names && names[0]!["family"] is not null);
        Require(request, Practitioner, $"an identifier of {SdsUserId}", HasIdentifier(practitioner, SdsUserId));
        Require(
            request,
            Practitioner,
            "an SDS user id other than UNK",
            request.Keeps(Rule.UnknownSdsIdentifiersAreTaken) || !HasIdentifier(practitioner, SdsUserId, "UNK"));
        Require(
            request,
            Practitioner,
            $"an identifier of {SdsRoleProfileId}",
            request.Keeps(Rule.OptionalPractitionerIdentifiersMayBeAbsent) || HasIdentifier(practitioner, SdsRoleProfileId));
    }

    /// <summary>The claim's resource, of the right type and with elements of the right JSON types; null when a defect lets it pass.</summary>
    private static JsonObject? Read(FhirRequest request, JsonObject claims, Claim claim)
    {
        if (claims[claim.Name] is not { } node)
        {
            return null;
        }

        var type = node is JsonObject candidate && candidate["resourceType"] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : null;
        if (type != claim.ResourceType)
        {
            return request.Keeps(claim.IsOfType)
                ? throw TokenClaims.BadClaim(claim.Name, $"does not hold a resource of type {claim.ResourceType}")
                : null;
        }

        var resource = node.AsObject();
        if (ElementShapes.Fault(resource) is { } fault)
        {
            return request.Keeps(claim.IsValid) ? throw Invalid(claim, fault) : null;
        }

        if (!request.Keeps(Rule.ClaimsNeedNoProfile) && resource["meta"] is null)
        {
            throw Invalid(claim, "meta.profile is missing");
        }

        return resource;
    }

    private static void Require(FhirRequest request, Claim claim, string what, bool isThere)
    {
        if (!isThere && !request.Reads(Reading.ClaimContentIsNotLookedAt))
        {
            throw Invalid(claim, $"{what} is expected");
        }
    }

    private static bool HasIdentifier(JsonObject resource, string? system, string? value = null) =>
        resource["identifier"] is JsonArray identifiers && identifiers.Any(identifier =>
            identifier?["system"] is { } itsSystem
            && identifier["value"] is { } itsValue
            && (system is null || itsSystem.GetValue<string>() == system)
            && (value is null || itsValue.GetValue<string>() == value));

    private static RefusedException Invalid(Claim claim, string fault) =>
        new(SpineError.InvalidResource, $"The token's {claim.Name} claim is not a valid {claim.ResourceType}: {fault}.");
}
