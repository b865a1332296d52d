using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Benchmarks;

/// <summary>Bundles shaped like a GP Connect structured record: medication, observations and problems in equal parts, with the extensions and codings they carry.</summary>
internal static class SyntheticRecord
{
    private const string Profiles = "https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-";

    /// <summary>About 1.7 kB of compact JSON for each resource.</summary>
    public static JsonObject Bundle(int resources)
    {
        var entries = Enumerable.Range(0, resources).Select(i => (JsonNode)new JsonObject { ["resource"] = (i % 3) switch { 0 => Medication(i), 1 => Observation(i), _ => Problem(i) } });
        return new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["id"] = "synthetic",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray("https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-StructuredRecord-Bundle-1") },
            ["type"] = "collection",
            ["entry"] = new JsonArray([.. entries]),
        };
    }

    private static JsonObject Medication(int i) => Resource("MedicationStatement", i, new JsonObject
    {
        ["extension"] = new JsonArray(
            new JsonObject { ["url"] = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-MedicationStatementLastIssueDate-1", ["valueDateTime"] = "2018-12-01T00:00:00+00:00" },
            new JsonObject { ["url"] = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-PrescribingAgency-1", ["valueCodeableConcept"] = Concept(i) }),
        ["basedOn"] = new JsonArray(Reference($"MedicationRequest/{i}")),
        ["status"] = "active",
        ["medicationReference"] = Reference($"Medication/{i}"),
        ["effectivePeriod"] = new JsonObject { ["start"] = "2018-01-01", ["end"] = "2018-02-01" },
        ["dateAsserted"] = "2018-01-01T00:00:00+00:00",
        ["subject"] = Reference("Patient/2"),
        ["taken"] = "unk",
        ["reasonCode"] = new JsonArray(Concept(i + 1)),
        ["note"] = new JsonArray(new JsonObject { ["text"] = "Patient notes: take after food, \"never\" before.\nAvoid alcohol." }),
        ["dosage"] = new JsonArray(new JsonObject { ["text"] = "1 tablet three times a day", ["patientInstruction"] = "after meals" }),
    });

    private static JsonObject Observation(int i) => Resource("Observation", i, new JsonObject
    {
        ["status"] = "final",
        ["code"] = Concept(i),
        ["subject"] = Reference("Patient/2"),
        ["context"] = Reference($"Encounter/{i}"),
        ["effectiveDateTime"] = "2018-05-03T10:11:12+01:00",
        ["issued"] = "2018-05-03T10:11:12.123+01:00",
        ["performer"] = new JsonArray(Reference($"Practitioner/{i % 9}")),
        ["valueQuantity"] = new JsonObject { ["value"] = 12.5m + i, ["unit"] = "mmol/L", ["system"] = "http://unitsofmeasure.org", ["code"] = "mmol/L" },
        ["comment"] = "Within expected limits, repeat in 6 months",
        ["referenceRange"] = new JsonArray(new JsonObject { ["low"] = new JsonObject { ["value"] = 3.5m }, ["high"] = new JsonObject { ["value"] = 5.5m }, ["text"] = "3.5 - 5.5" }),
    });

    private static JsonObject Problem(int i) => Resource("Condition", i, new JsonObject
    {
        ["extension"] = new JsonArray(
        [
            new JsonObject { ["url"] = "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ProblemSignificance-1", ["valueCode"] = "major" },
            .. Enumerable.Range(i, 5).Select(other => new JsonObject
            {
                ["url"] = "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-RelatedClinicalContent-1",
                ["valueReference"] = Reference($"Observation/{other}"),
            }),
        ]),
        ["clinicalStatus"] = "active",
        ["category"] = new JsonArray(new JsonObject { ["coding"] = new JsonArray(Coding("https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-ConditionCategory-1", "problem-list-item", "Problem List Item")) }),
        ["code"] = Concept(i),
        ["subject"] = Reference("Patient/2"),
        ["onsetDateTime"] = "2011-05-03",
        ["assertedDate"] = "2011-05-03",
        ["asserter"] = Reference("Practitioner/1"),
    });

    private static JsonObject Resource(string type, int i, JsonObject members)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = type,
            ["id"] = $"{type}-{i}",
            ["meta"] = new JsonObject { ["versionId"] = $"{1000 + i}", ["profile"] = new JsonArray($"{Profiles}{type}-1") },
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = "https://fhir.nhs.uk/Id/cross-care-setting-identifier", ["value"] = $"B4A7F2C9-0000-4000-8000-{i:000000000000}" }),
        };
        foreach (var (name, value) in members)
        {
            resource[name] = value?.DeepClone();
        }

        return resource;
    }

    private static JsonObject Concept(int i)
    {
        var snomed = Coding("http://snomed.info/sct", $"{300000000 + (i * 13)}", "Metoclopramide 10mg tablets");
        snomed["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-coding-sctdescid",
            ["extension"] = new JsonArray(
                new JsonObject { ["url"] = "descriptionId", ["valueId"] = $"{1000000000 + (i * 17)}" },
                new JsonObject { ["url"] = "descriptionDisplay", ["valueString"] = "Metoclopramide 10mg tablets" }),
        });
        return new JsonObject { ["coding"] = new JsonArray(snomed, Coding("http://read.info/readv2", $"j23{i % 10}.", "Metoclopramide")), ["text"] = "Metoclopramide 10mg tablets" };
    }

    private static JsonObject Coding(string system, string code, string display) => new() { ["system"] = system, ["code"] = code, ["display"] = display };

    private static JsonObject Reference(string reference) => new() { ["reference"] = reference };
}
