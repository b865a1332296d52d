using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>Valid resources to start from; every call makes a new one. Properties stand in the order of the definitions, so that the XML form is valid too.</summary>
internal static class Samples
{
    internal static JsonObject Patient() => Parse("""
        {
          "resourceType": "Patient",
          "id": "p1",
          "meta": { "versionId": "1", "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1"] },
          "extension": [
            {
              "url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1",
              "extension": [
                { "url": "registrationPeriod", "valuePeriod": { "start": "2017-01-01" } },
                {
                  "url": "registrationType",
                  "valueCodeableConcept": { "coding": [{ "system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-RegistrationType-1", "code": "T" }] }
                }
              ]
            }
          ],
          "identifier": [
            {
              "extension": [
                {
                  "url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSNumberVerificationStatus-1",
                  "valueCodeableConcept": {
                    "coding": [{ "system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-NHSNumberVerificationStatus-1", "code": "01" }]
                  }
                }
              ],
              "system": "https://fhir.nhs.uk/Id/nhs-number",
              "value": "9476719931"
            }
          ],
          "active": true,
          "name": [{ "use": "official", "family": "Jackson", "given": ["Jane"], "prefix": ["Miss"] }],
          "telecom": [{ "system": "phone", "value": "01454587554", "use": "home", "rank": 1 }],
          "gender": "female",
          "birthDate": "1952-05-31",
          "address": [{ "use": "home", "line": ["1 Trevelyan Square"], "postalCode": "LS1 6AE", "period": { "start": "2001-02-03T04:05:06+00:00" } }],
          "contact": [{ "name": { "use": "official", "family": "Jackson" } }],
          "generalPractitioner": [{ "reference": "Practitioner/1" }],
          "managingOrganization": { "reference": "Organization/7" }
        }
        """);

    internal static JsonObject OperationOutcome() => Parse("""
        {
          "resourceType": "OperationOutcome",
          "meta": { "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1"] },
          "issue": [
            {
              "severity": "error",
              "code": "not-found",
              "details": {
                "coding": [
                  {
                    "system": "https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1",
                    "code": "PATIENT_NOT_FOUND",
                    "display": "Patient not found"
                  }
                ]
              }
            }
          ]
        }
        """);

    internal static JsonObject SearchsetBundle() => new()
    {
        ["resourceType"] = "Bundle",
        ["meta"] = new JsonObject { ["profile"] = new JsonArray("https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Searchset-Bundle-1") },
        ["type"] = "searchset",
        ["entry"] = new JsonArray(new JsonObject { ["resource"] = Patient() }),
    };

    internal static JsonObject Appointment() => Parse("""
        {
          "resourceType": "Appointment",
          "id": "a1",
          "meta": { "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Appointment-1"] },
          "contained": [
            {
              "resourceType": "Organization",
              "id": "1",
              "identifier": [{ "system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "A20047" }],
              "name": "A practice",
              "telecom": [{ "system": "phone", "value": "0300 303 5678" }]
            }
          ],
          "extension": [
            {
              "url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-BookingOrganisation-1",
              "valueReference": { "reference": "#1" }
            }
          ],
          "status": "booked",
          "description": "A consultation",
          "start": "2026-02-23T09:00:00+00:00",
          "end": "2026-02-23T09:10:00+00:00",
          "slot": [{ "reference": "Slot/9" }],
          "created": "2026-02-20T11:15:00+00:00",
          "participant": [
            { "actor": { "reference": "Patient/2" }, "status": "accepted" },
            { "actor": { "reference": "Location/17" }, "status": "accepted" }
          ]
        }
        """);

    internal static JsonObject Observation() => Parse("""
        {
          "resourceType": "Observation",
          "id": "o1",
          "meta": { "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Observation-1"] },
          "identifier": [{ "system": "https://example.org/Id", "value": "o1" }],
          "status": "final",
          "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "27113001", "display": "Body weight" }] },
          "subject": { "reference": "Patient/2" },
          "effectiveDateTime": "2018-03-01",
          "issued": "2018-03-01T09:00:00.5+00:00",
          "performer": [{ "reference": "Practitioner/1" }],
          "valueQuantity": { "value": 70.50, "unit": "kg" }
        }
        """);

    internal static JsonObject Parameters() => Parse("""
        {
          "resourceType": "Parameters",
          "meta": { "profile": ["https://fhir.nhs.uk/STU3/OperationDefinition/GPConnect-GetStructuredRecord-Operation-1"] },
          "parameter": [
            { "name": "patientNHSNumber", "valueIdentifier": { "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9476719931" } },
            { "name": "includeAllergies", "part": [{ "name": "includeResolvedAllergies", "valueBoolean": true }] }
          ]
        }
        """);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
