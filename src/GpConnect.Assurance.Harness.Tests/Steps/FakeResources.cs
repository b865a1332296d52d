using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>Resources that keep to their profiles.</summary>
internal static class FakeResources
{
    private const string Profiles = "https://fhir.nhs.uk/STU3/StructureDefinition/";

    public static JsonObject Patient() => Parse($$"""
        {
          "resourceType": "Patient", "id": "{{FakeProvider.PatientId}}",
          "meta": { "versionId": "3", "profile": ["{{Profiles}}CareConnect-GPC-Patient-1"] },
          "extension": [{ "url": "{{Profiles}}Extension-CareConnect-GPC-RegistrationDetails-1", "extension": [
            { "url": "preferredBranchSurgery", "valueReference": { "reference": "Location/loc-1" } }] }],
          "identifier": [{
            "extension": [{ "url": "{{Profiles}}Extension-CareConnect-GPC-NHSNumberVerificationStatus-1", "valueCodeableConcept": { "coding": [
              { "system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-NHSNumberVerificationStatus-1", "code": "01", "display": "Number present and verified" }] } }],
            "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "{{FakeProvider.NhsNumber}}" }],
          "active": true,
          "name": [{ "use": "official", "family": "Sample", "given": ["Sam"] }],
          "gender": "female", "birthDate": "1980-02-29",
          "managingOrganization": { "reference": "Organization/org-1" }
        }
        """);

    /// <summary>What becomes of a Patient that was sent to be registered.</summary>
    public static JsonObject Registered(JsonObject sent)
    {
        var patient = Patient();
        patient["id"] = "pat-new";
        foreach (var element in new[] { "extension", "name", "telecom", "birthDate", "address" })
        {
            if (sent[element] is { } value)
            {
                patient[element] = value.DeepClone();
            }
        }

        patient["gender"] = sent["gender"]?.DeepClone() ?? "male";
        patient["identifier"]![0]!["value"] = sent["identifier"]![0]!["value"]!.DeepClone();
        return patient;
    }

    public static JsonObject Practitioner() => Parse($$"""
        {
          "resourceType": "Practitioner", "id": "prac-1",
          "meta": { "versionId": "3", "profile": ["{{Profiles}}CareConnect-GPC-Practitioner-1"] },
          "identifier": [{ "system": "https://fhir.nhs.uk/Id/sds-user-id", "value": "G001" }],
          "name": [{ "family": "Healer" }], "gender": "female"
        }
        """);

    public static JsonObject Organization() => Parse($$"""
        {
          "resourceType": "Organization", "id": "org-1",
          "meta": { "versionId": "1", "profile": ["{{Profiles}}CareConnect-GPC-Organization-1"] },
          "identifier": [{ "system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "GP0001" }],
          "name": "Sample Practice"
        }
        """);

    public static JsonObject Location() => Parse("""{ "resourceType": "Location", "id": "loc-1", "name": "Sample Surgery", "managingOrganization": { "reference": "Organization/org-1" } }""");

    public static JsonObject Bundle(params JsonObject[] resources)
    {
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["total"] = resources.Length };
        if (resources.Length > 0)
        {
            bundle["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource })]);
        }

        return bundle;
    }

    public static JsonObject CapabilityStatement() => Parse($$"""
        {
          "resourceType": "CapabilityStatement", "version": "1.6.2", "name": "GP Connect", "status": "active", "date": "2026-01-05",
          "publisher": "Sample", "kind": "capability", "software": { "name": "Sample" }, "fhirVersion": "3.0.1", "acceptUnknown": "both",
          "format": ["application/fhir+json", "application/fhir+xml"],
          "profile": [{ "reference": "{{Profiles}}CareConnect-GPC-Patient-1" }, { "reference": "{{Profiles}}GPConnect-OperationOutcome-1" }],
          "rest": [{ "mode": "server", "resource": [{ "type": "Patient", "interaction": [{ "code": "read" }, { "code": "search-type" }] }] }]
        }
        """);

    public static JsonObject OperationOutcome(string code, string diagnostics) => Parse($$"""
        {
          "resourceType": "OperationOutcome",
          "meta": { "profile": ["{{Profiles}}GPConnect-OperationOutcome-1"] },
          "issue": [{
            "severity": "error", "code": "{{SpineErrors.Find(code)?.IssueTypes[0] ?? "not-supported"}}",
            "details": { "coding": [{ "system": "{{SpineErrors.CodeSystem}}", "code": "{{code}}", "display": "{{SpineErrors.Find(code)?.Displays[0] ?? "Unsupported media type"}}" }] },
            "diagnostics": "{{diagnostics}}" }]
        }
        """);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
