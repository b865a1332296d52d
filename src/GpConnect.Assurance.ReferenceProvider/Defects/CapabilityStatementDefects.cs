using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of "Get the FHIR capability statement".</summary>
internal static class CapabilityStatementDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-FND-002", "There is no capability statement", "GPC-FND-002")
        {
            AlsoBreaks = ["GPC-API-185", "GPC-FND-003", "GPC-FND-001"],
            OnResponse = response => response.Status = response.ResourceType == "CapabilityStatement" ? 503 : response.Status,
        },
        new("GPD-FND-003", "The statement is a Conformance, as in DSTU2", "GPC-FND-002")
        {
            AlsoBreaks = ["GPC-API-185"],
            OnResponse = On(Spoil.Set("resourceType", () => "Conformance")),
        },
        new("GPD-FND-005", "The statement has no version", "GPC-FND-005") { OnResponse = On(Spoil.Remove("version")) },
        new("GPD-FND-004", "The statement's version is of another major version", "GPC-API-006")
        {
            AlsoBreaks = ["GPC-FND-005"],
            OnResponse = On(Spoil.Set("version", () => "2.0.0")),
        },
        new("GPD-FND-006", "The statement's FHIR version is DSTU2", "GPC-FND-006")
        {
            AlsoBreaks = ["GPC-API-262"],
            OnResponse = On(Spoil.Set("fhirVersion", () => "1.0.2")),
        },
        new("GPD-FND-007", "The statement accepts nothing unknown", "GPC-FND-007") { OnResponse = On(Spoil.Set("acceptUnknown", () => "no")) },
        new("GPD-FND-008", "The statement does not list XML, which is served", "GPC-API-031")
        {
            AlsoBreaks = ["GPC-FND-008"],
            OnResponse = On(Spoil.Set("format", () => new JsonArray(MediaTypes.Json))),
        },
        new("GPD-FND-009", "The statement does not list JSON", "GPC-API-031")
        {
            AlsoBreaks = ["GPC-FND-008"],
            OnResponse = On(Spoil.Set("format", () => new JsonArray(MediaTypes.Xml))),
        },
        new("GPD-FND-010", "The statement has no name, publisher or software", "GPC-FND-009")
        {
            OnResponse = On(statement =>
            {
                statement.Remove("name");
                statement.Remove("publisher");
                statement.Remove("software");
            }),
        },
        new("GPD-FND-011", "The statement still has the placeholders of the example", "GPC-FND-010")
        {
            OnResponse = On(Spoil.Set("publisher", () => "[Provider]")),
        },
        new("GPD-FND-012", "The statement does not list the Patient profile", "GPC-FND-011")
        {
            OnResponse = On(WithoutProfile("CareConnect-GPC-Patient-1")),
        },
        new("GPD-FND-013", "The statement does not list the OperationOutcome profile", "GPC-FND-011")
        {
            AlsoBreaks = ["GPC-API-187"],
            OnResponse = On(WithoutProfile("GPConnect-OperationOutcome-1")),
        },
        new("GPD-FND-014", "The statement describes a client", "GPC-FND-012") { OnResponse = On(statement => Rest(statement)["mode"] = "client") },
        new("GPD-FND-015", "The statement does not list the Patient search", "GPC-FND-013") { OnResponse = On(Without("Patient", "search-type")) },
        new("GPD-FND-016", "The statement does not list the Patient read", "GPC-FND-013") { OnResponse = On(Without("Patient", "read")) },
        new("GPD-FND-017", "The statement does not list the Organization search", "GPC-FND-014")
        {
            OnResponse = On(Without("Organization", "search-type")),
        },
        new("GPD-FND-018", "The statement does not list Practitioner", "GPC-FND-015") { OnResponse = On(WithoutType("Practitioner")) },
        new("GPD-FND-019", "The statement does not list Location", "GPC-FND-016") { OnResponse = On(WithoutType("Location")) },
        new("GPD-FND-020", "The statement has a kind that FHIR does not have", "GPC-FND-002")
        {
            AlsoBreaks = ["GPC-API-185", "GPC-FND-009"],
            OnResponse = On(Spoil.Set("kind", () => "server")),
        },
        new("GPD-FND-021", "The statement has no status", "GPC-FND-002")
        {
            AlsoBreaks = ["GPC-API-185", "GPC-FND-009"],
            OnResponse = On(Spoil.Remove("status")),
        },
        new("GPD-FND-022", "The statement says that Location can be updated, not that it can be read", "GPC-API-210")
        {
            AlsoBreaks = ["GPC-FND-016"],
            OnResponse = On(statement =>
                Resource(statement, "Location")["interaction"] = new JsonArray(new JsonObject { ["code"] = "update" })),
        },
        new("GPD-FND-023", "The statement lists Appointment, but not that it can be searched for", "GPC-FND-017")
        {
            OnResponse = On(WithIncomplete("Appointment", "read", "create", "update")),
        },
        new("GPD-FND-024", "The statement lists Slot, but not that it can be searched for", "GPC-FND-018")
        {
            OnResponse = On(WithIncomplete("Slot", "read")),
        },
    ];

    private static Action<FhirResponse> On(Action<JsonObject> spoil) => Spoil.CapabilityStatements(spoil);

    private static JsonObject Rest(JsonObject statement) => statement["rest"]![0]!.AsObject();

    private static JsonObject Resource(JsonObject statement, string type) =>
        Rest(statement)["resource"]!.AsArray().Single(resource => resource!["type"]!.GetValue<string>() == type)!.AsObject();

    private static Action<JsonObject> Without(string type, string interaction) => statement =>
    {
        var interactions = Resource(statement, type)["interaction"]!.AsArray();
        interactions.Remove(interactions.Single(item => item!["code"]!.GetValue<string>() == interaction));
    };

    /// <summary>With these interactions of the type and no others.</summary>
    private static Action<JsonObject> WithIncomplete(string type, params string[] interactions) => statement =>
    {
        var resources = Rest(statement)["resource"]!.AsArray();
        resources.RemoveAll(resource => resource!["type"]!.GetValue<string>() == type);
        resources.Add(new JsonObject
        {
            ["type"] = type,
            ["interaction"] = new JsonArray([.. interactions.Select(code => new JsonObject { ["code"] = code })]),
        });
    };

    private static Action<JsonObject> WithoutType(string type) => statement =>
        Rest(statement)["resource"]!.AsArray().Remove(Resource(statement, type));

    private static Action<JsonObject> WithoutProfile(string name) => statement =>
    {
        var references = statement["profile"]!.AsArray();
        references.Remove(references.Single(item => item!["reference"]!.GetValue<string>().EndsWith(name, StringComparison.Ordinal)));
        foreach (var resource in Rest(statement)["resource"]!.AsArray())
        {
            if (resource!["profile"]!["reference"]!.GetValue<string>().EndsWith(name, StringComparison.Ordinal))
            {
                resource.AsObject().Remove("profile");
            }
        }
    };
}
