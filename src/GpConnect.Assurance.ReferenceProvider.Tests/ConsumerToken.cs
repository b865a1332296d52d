using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>A consumer's unsecured JWT, as the specification describes it from the consumer's side.</summary>
internal sealed class ConsumerToken
{
    public ConsumerToken(Uri audience, string scope, DateTimeOffset issued)
    {
        var now = issued.ToUnixTimeSeconds();
        Claims = new JsonObject
        {
            ["iss"] = "https://consumer.example.org/gp-connect",
            ["sub"] = "user-1",
            ["aud"] = audience.AbsoluteUri,
            ["exp"] = now + 300,
            ["iat"] = now,
            ["reason_for_request"] = "directcare",
            ["requested_scope"] = scope,
            ["requesting_device"] = new JsonObject
            {
                ["resourceType"] = "Device",
                ["identifier"] = Identifiers(("https://consumer.example.org/Id/device", "device-1")),
                ["model"] = "Test consumer",
                ["version"] = "1.0",
            },
            ["requesting_organization"] = new JsonObject
            {
                ["resourceType"] = "Organization",
                ["identifier"] = Identifiers(("https://fhir.nhs.uk/Id/ods-organization-code", "X99999")),
                ["name"] = "A consumer's organisation",
            },
            ["requesting_practitioner"] = new JsonObject
            {
                ["resourceType"] = "Practitioner",
                ["id"] = "user-1",
                ["identifier"] = Identifiers(
                    ("https://fhir.nhs.uk/Id/sds-user-id", "111222333444"),
                    ("https://fhir.nhs.uk/Id/sds-role-profile-id", "444555666777"),
                    ("https://consumer.example.org/Id/user", "user-1")),
                ["name"] = new JsonArray(new JsonObject
                {
                    ["family"] = "Userman",
                    ["given"] = new JsonArray("Una"),
                    ["prefix"] = new JsonArray("Ms"),
                }),
            },
        };
    }

    public JsonObject Header { get; } = new() { ["alg"] = "none", ["typ"] = "JWT" };

    public JsonObject Claims { get; }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static JsonArray Identifiers(params (string System, string Value)[] identifiers) =>
        new([.. identifiers.Select(identifier => new JsonObject { ["system"] = identifier.System, ["value"] = identifier.Value })]);

    public override string ToString() => $"{Encode(Header.ToJsonString())}.{Encode(Claims.ToJsonString())}.";
}
