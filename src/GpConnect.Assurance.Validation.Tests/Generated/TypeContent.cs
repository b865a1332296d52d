using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>What FHIR's invariants and sense ask of a datatype beyond its cardinalities.</summary>
internal static class TypeContent
{
    private const string NhsNumber = "https://fhir.nhs.uk/Id/nhs-number";

    internal static IEnumerable<string> Of(string type, bool isCoded) => type switch
    {
        "CodeableConcept" => isCoded ? ["coding"] : ["text"],
        "Coding" or "Quantity" when isCoded => ["system", "code"],
        "Coding" => ["system", "code"],
        "Identifier" => ["value"],
        "Quantity" or "SimpleQuantity" or "Money" or "Count" => ["value"],
        "Age" or "Distance" or "Duration" => ["value", "system", "code"],
        "ContactPoint" => ["system", "value"],
        "Attachment" => ["contentType"],
        "Period" => ["start"],
        "Address" => ["line"],
        "Reference" => ["reference"],
        "Ratio" => ["numerator", "denominator"],
        "Organization" => ["id", "name"],
        "Condition" or "AllergyIntolerance" => ["id", "clinicalStatus"],
        _ => [],
    };

    /// <summary>What invariants ask of parts of resources.</summary>
    internal static IEnumerable<string> OfPart(string elementId) => elementId switch
    {
        "Bundle.entry" => ["resource"],
        "CareTeam.participant" => ["member"],
        "Composition.section" => ["text"],
        _ => [],
    };

    /// <summary>Values that depend on each other.</summary>
    internal static void Complete(JsonObject node, TypeFacts type, DefinitionStore store)
    {
        switch (type.Code)
        {
            case "Reference" when node.ContainsKey("reference"):
                node["reference"] = $"{Target(type, store)}/1";
                break;
            case "Identifier" when (string?)node["system"] == NhsNumber && node.ContainsKey("value"):
                node["value"] = "9476719931";
                break;
            case "Coding" when (string?)node["code"] == "code":
                node["code"] = CodeChooser.AnyOf((string?)node["system"]);
                break;
            case "Age" or "Distance" or "Duration":
                node["system"] = "http://unitsofmeasure.org";
                node["code"] = type.Code == "Distance" ? "m" : "a";
                break;
        }
    }

    /// <summary>The resource type that a target profile stands for: any, when nothing is known of it.</summary>
    internal static string TypeName(string target, DefinitionStore store) =>
        store.TypeOf(target) ?? (target.StartsWith(Canonical.Hl7Structure, StringComparison.Ordinal) ? target[Canonical.Hl7Structure.Length..] : "Resource");

    private static string Target(TypeFacts type, DefinitionStore store)
    {
        var target = type.TargetProfiles.Count == 0 ? "Resource" : TypeName(type.TargetProfiles[0], store);
        return target == "Resource" ? "Patient" : target;
    }
}
