using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Makes the token of each request from the consumer's settings.</summary>
public sealed class JwtBuilder(ConsumerSettings consumer, TimeProvider clock)
{
    /// <summary>Seconds from <c>iat</c> to <c>exp</c>.</summary>
    public const int LifetimeSeconds = 300;

    /// <summary>A new token, issued now.</summary>
    /// <param name="interaction">Decides <c>requested_scope</c> and <c>reason_for_request</c>.</param>
    /// <param name="audience">Service root URL of the provider that is called.</param>
    public GpConnectToken Build(Interaction interaction, string audience)
    {
        var issuedAt = clock.GetUtcNow().ToUnixTimeSeconds();
        return new GpConnectToken(new JsonObject
        {
            ["iss"] = consumer.Issuer,
            ["sub"] = consumer.Practitioner.Id,
            ["aud"] = audience,
            ["exp"] = issuedAt + LifetimeSeconds,
            ["iat"] = issuedAt,
            ["reason_for_request"] = interaction.ReasonForRequest,
            ["requested_scope"] = interaction.Scope,
            ["requesting_device"] = Device(consumer.Device),
            ["requesting_organization"] = Organization(consumer.Organization),
            ["requesting_practitioner"] = Practitioner(consumer.Practitioner),
        });
    }

    private static JsonObject Device(DeviceSettings device) => new()
    {
        ["resourceType"] = "Device",
        ["identifier"] = new JsonArray(Identifier(device.IdentifierSystem, device.IdentifierValue)),
        ["model"] = device.Model,
        ["version"] = device.Version,
    };

    private static JsonObject Organization(OrganizationSettings organization) => new()
    {
        ["resourceType"] = "Organization",
        ["identifier"] = new JsonArray(Identifier("https://fhir.nhs.uk/Id/ods-organization-code", organization.OdsCode)),
        ["name"] = organization.Name,
    };

    private static JsonObject Practitioner(PractitionerSettings practitioner) => new()
    {
        ["resourceType"] = "Practitioner",
        ["id"] = practitioner.Id,
        ["identifier"] = new JsonArray(
            Identifier("https://fhir.nhs.uk/Id/sds-user-id", practitioner.SdsUserId),
            Identifier("https://fhir.nhs.uk/Id/sds-role-profile-id", practitioner.SdsRoleProfileId),
            Identifier(practitioner.LocalIdentifierSystem, practitioner.LocalIdentifierValue)),
        ["name"] = new JsonArray(Name(practitioner)),
    };

    private static JsonObject Name(PractitionerSettings practitioner)
    {
        var name = new JsonObject { ["family"] = practitioner.Family };
        AddTexts(name, "given", practitioner.Given);
        AddTexts(name, "prefix", practitioner.Prefix);
        return name;
    }

    private static void AddTexts(JsonObject name, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            name[key] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
        }
    }

    private static JsonObject Identifier(string system, string value) => new() { ["system"] = system, ["value"] = value };
}
