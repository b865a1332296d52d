using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>The Parameters of a registration, as a consumer makes them.</summary>
internal static class RegistrationForm
{
    public const string Assets = "https://fhir.nhs.uk/STU3/StructureDefinition/";
    public const string Communication = Assets + "Extension-CareConnect-GPC-NHSCommunication-1";

    /// <summary>The minimum: NHS number, official name and date of birth.</summary>
    public static JsonObject Minimal(TestPatient patient) => Of(new JsonObject
    {
        ["resourceType"] = "Patient",
        ["meta"] = new JsonObject { ["profile"] = new JsonArray(Assets + "CareConnect-GPC-Patient-1") },
        ["identifier"] = ConsumerToken.Identifiers(("https://fhir.nhs.uk/Id/nhs-number", patient.NhsNumber)),
        ["name"] = new JsonArray(new JsonObject
        {
            ["use"] = "official",
            ["family"] = patient.Family,
            ["given"] = new JsonArray(patient.Given),
        }),
        ["birthDate"] = patient.BirthDate!.Value.ToString("yyyy-MM-dd"),
    });

    /// <summary>Everything that a registration may carry.</summary>
    public static JsonObject Full(TestPatient patient)
    {
        var form = Minimal(patient);
        var resource = Patient(form);
        resource.Insert(2, "extension", new JsonArray(Language("cy", "Welsh")));
        resource.Insert(resource.IndexOf("birthDate"), "telecom", new JsonArray(
            Telecom("phone", "home", "01632 960001"),
            Telecom("phone", "work", "01632 960002"),
            Telecom("phone", "mobile", "07700 900003"),
            Telecom("phone", "temp", "01632 960004"),
            Telecom("email", "home", "new@example.org")));
        resource.Insert(resource.IndexOf("birthDate"), "gender", "other");
        resource["address"] = new JsonArray(Address("home"), Address("temp"));
        return form;
    }

    public static JsonObject Patient(JsonObject form) => form["parameter"]![0]!["resource"]!.AsObject();

    public static JsonObject Of(JsonObject patient) => new()
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(new JsonObject { ["name"] = "registerPatient", ["resource"] = patient }),
    };

    public static JsonObject Telecom(string system, string use, string value) =>
        new() { ["system"] = system, ["value"] = value, ["use"] = use };

    public static JsonObject Address(string use) => new()
    {
        ["use"] = use,
        ["line"] = new JsonArray("7 Ünïcode Street"),
        ["city"] = "Testington",
        ["postalCode"] = "ZZ99 7ZZ",
    };

    public static JsonObject Language(string code, string display) => new()
    {
        ["url"] = Communication,
        ["extension"] = new JsonArray(
            new JsonObject
            {
                ["url"] = "language",
                ["valueCodeableConcept"] = new JsonObject
                {
                    ["coding"] = new JsonArray(new JsonObject
                    {
                        ["system"] = "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1",
                        ["code"] = code,
                        ["display"] = display,
                    }),
                },
            },
            new JsonObject { ["url"] = "interpreterRequired", ["valueBoolean"] = false }),
    };
}
