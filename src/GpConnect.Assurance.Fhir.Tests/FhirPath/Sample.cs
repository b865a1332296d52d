using GpConnect.Assurance.Fhir.Tests.Reading;

namespace GpConnect.Assurance.Fhir.Tests.FhirPath;

/// <summary>The resource that the expression tests are evaluated on, in both formats.</summary>
internal static class Sample
{
    public const string Json = """
        {
          "resourceType": "Patient",
          "id": "p1",
          "meta": { "versionId": "3", "lastUpdated": "2018-03-01T10:20:30+00:00", "profile": ["http://example.org/a", "http://example.org/b"] },
          "contained": [
            { "resourceType": "Practitioner", "id": "gp", "name": [{ "family": "Grey" }] },
            { "resourceType": "Organization", "id": "org", "name": "Surgery" }
          ],
          "extension": [
            { "url": "http://example.org/rank", "valueInteger": 7 },
            { "url": "http://example.org/nested", "extension": [{ "url": "a", "valueString": "one" }, { "url": "b", "valueBoolean": true }] }
          ],
          "identifier": [
            { "use": "usual", "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9000000009", "period": { "start": "2001-05", "end": "2001-05-06" } },
            { "system": "https://example.org/Id/local", "value": "L-1" }
          ],
          "active": true,
          "name": [
            { "use": "official", "family": "Nguyễn", "given": ["Ann", "May"], "period": { "start": "2010-01-01", "end": "2012" } },
            { "use": "nickname", "given": ["Annie"] },
            { "use": "maiden", "family": "Smith", "given": ["Ann"] }
          ],
          "telecom": [{ "system": "phone", "value": "0113 496 0000", "rank": 2 }, { "system": "email", "value": "ann@example.org", "rank": 1 }],
          "gender": "female",
          "birthDate": "1974-12-25",
          "_birthDate": { "extension": [{ "url": "http://example.org/birthTime", "valueDateTime": "1974-12-25T14:35:45-05:00" }] },
          "deceasedBoolean": false,
          "multipleBirthInteger": 2,
          "generalPractitioner": [{ "reference": "#gp" }, { "reference": "Practitioner/9" }],
          "managingOrganization": { "reference": "#org" }
        }
        """;

    public const string Observation = """
        {
          "resourceType": "Observation",
          "id": "o1",
          "status": "final",
          "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "27113001", "display": "Body weight" }], "text": "Weight" },
          "effectiveDateTime": "2018-03-01T09:00:00Z",
          "issued": "2018-03-01T09:00:00.500Z",
          "valueQuantity": { "value": 81.50, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg" },
          "referenceRange": [{ "low": { "value": 60000, "code": "g", "system": "http://unitsofmeasure.org" }, "high": { "value": 90, "code": "kg", "system": "http://unitsofmeasure.org" } }],
          "component": [{ "code": { "text": "a" }, "valueString": "x" }, { "code": { "text": "b" }, "valueCodeableConcept": { "text": "y" } }]
        }
        """;

    public static FhirNode Patient { get; } = Documents.Json(Json).Root;

    public static FhirNode PatientXml { get; } = FhirReader.Read(
        FhirXmlWriter.Write(System.Text.Json.Nodes.JsonNode.Parse(Json)!.AsObject()), FhirFormat.Xml).Root;

    public static FhirNode ObservationNode { get; } = Documents.Json(Observation).Root;

    public static FhirPathContext Context { get; } = new() { Now = new DateTimeOffset(2019, 6, 15, 13, 28, 17, 239, TimeSpan.FromHours(1)) };

    public static string Evaluate(FhirNode node, string expression)
    {
        var result = FhirPathExpression.Parse(expression).Evaluate(node, Context);
        return result.IsUndecided ? "undecided" : result.ToDisplayString();
    }
}
