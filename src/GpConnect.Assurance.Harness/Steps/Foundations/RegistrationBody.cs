using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>The Parameters that ask for a registration, elements in FHIR order.</summary>
internal static class RegistrationBody
{
    private const string Assets = "https://fhir.nhs.uk/STU3/";
    private const string Definitions = Assets + "StructureDefinition/";

    /// <param name="role">The role that the patient plays, for the reason why they cannot.</param>
    /// <param name="patient">Whom to register; what is expected of them must name <c>family</c>, <c>given</c> and <c>birthDate</c>.</param>
    /// <param name="isFull">True for every field that the page allows, false for the least.</param>
    /// <exception cref="ScenarioSkippedException">The test data does not tell what a registration must hold.</exception>
    public static JsonObject Of(string role, TestPatient patient, bool isFull)
    {
        var registered = new JsonObject
        {
            ["resourceType"] = "Patient",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray(Definitions + "CareConnect-GPC-Patient-1") },
        };
        if (isFull)
        {
            registered["extension"] = new JsonArray(Language());
        }

        registered["identifier"] = new JsonArray(NhsNumber(patient.NhsNumber));
        registered["name"] = new JsonArray(new JsonObject
        {
            ["use"] = "official",
            ["family"] = Known(role, patient, "family"),
            ["given"] = new JsonArray(Known(role, patient, "given")),
        });
        if (isFull)
        {
            registered["telecom"] = new JsonArray(
                Telecom("phone", "01632 960101", "home"),
                Telecom("phone", "01632 960102", "work"),
                Telecom("phone", "07700 900103", "mobile"),
                Telecom("phone", "01632 960104", "temp"),
                Telecom("email", "patient@example.org", "home"));
            registered["gender"] = Known(role, patient, "gender");
        }

        registered["birthDate"] = BirthDateOnPds(patient) ?? Known(role, patient, "birthDate");
        if (isFull)
        {
            registered["address"] = new JsonArray(Address("home", "1 Assurance Road"), Address("temp", "2 Visitor Lane"));
        }

        return new JsonObject
        {
            ["resourceType"] = "Parameters",
            ["parameter"] = new JsonArray(new JsonObject { ["name"] = "registerPatient", ["resource"] = registered }),
        };
    }

    public static JsonObject PatientIn(JsonObject parameters) => parameters["parameter"]![0]!["resource"]!.AsObject();

    /// <summary>Of a patient whose record at the practice differs from the one at PDS, which a registration must match.</summary>
    private static string? BirthDateOnPds(TestPatient patient) => patient.Expected.GetValueOrDefault(TestPatient.BirthDateOnPds);

    private static string Known(string role, TestPatient patient, string name) => patient.Expected.GetValueOrDefault(name)
        ?? throw new ScenarioSkippedException($"The patient \"{role}\" cannot be registered without their {name}: set testData.patients.{role}.expected.{name} in the configuration file.");

    private static JsonObject NhsNumber(string value) => new()
    {
        ["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = Definitions + "Extension-CareConnect-GPC-NHSNumberVerificationStatus-1",
            ["valueCodeableConcept"] = Concept("CareConnect-NHSNumberVerificationStatus-1", "01", "Number present and verified"),
        }),
        ["system"] = "https://fhir.nhs.uk/Id/nhs-number",
        ["value"] = value,
    };

    private static JsonObject Language() => new()
    {
        ["url"] = Definitions + "Extension-CareConnect-GPC-NHSCommunication-1",
        ["extension"] = new JsonArray(
            new JsonObject { ["url"] = "language", ["valueCodeableConcept"] = Concept("CareConnect-HumanLanguage-1", "pl", "Polish") },
            new JsonObject { ["url"] = "interpreterRequired", ["valueBoolean"] = true }),
    };

    private static JsonObject Concept(string codeSystem, string code, string display) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = $"{Assets}CodeSystem/{codeSystem}", ["code"] = code, ["display"] = display }),
    };

    private static JsonObject Telecom(string system, string value, string use) => new() { ["system"] = system, ["value"] = value, ["use"] = use };

    private static JsonObject Address(string use, string line) => new()
    {
        ["use"] = use,
        ["line"] = new JsonArray(line),
        ["city"] = "Testington",
        ["district"] = "Testshire",
        ["postalCode"] = "ZZ99 9ZZ",
        ["country"] = "GB",
    };
}
