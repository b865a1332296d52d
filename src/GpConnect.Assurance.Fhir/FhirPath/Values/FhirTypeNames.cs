using System.Collections.Frozen;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>The data types of STU3 and how they derive from one another; whatever else is upper-case is a resource type.</summary>
/// <remarks>http://hl7.org/fhir/STU3/datatypes.html</remarks>
internal static class FhirTypeNames
{
    private static readonly FrozenDictionary<string, string> Bases = new Dictionary<string, string>
    {
        ["code"] = "string",
        ["id"] = "string",
        ["markdown"] = "string",
        ["oid"] = "uri",
        ["uuid"] = "uri",
        ["positiveInt"] = "integer",
        ["unsignedInt"] = "integer",
        ["Age"] = "Quantity",
        ["Count"] = "Quantity",
        ["Distance"] = "Quantity",
        ["Duration"] = "Quantity",
        ["Money"] = "Quantity",
        ["SimpleQuantity"] = "Quantity",
        ["BackboneElement"] = "Element",
        ["Bundle"] = "Resource",
        ["Binary"] = "Resource",
        ["Parameters"] = "Resource",
        ["DomainResource"] = "Resource",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PrimitiveTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "base64Binary", "boolean", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "markdown", "oid", "positiveInt",
        "string", "time", "unsignedInt", "uri", "uuid", "xhtml");

    private static readonly FrozenSet<string> ComplexTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "Address", "Age", "Annotation", "Attachment", "BackboneElement", "CodeableConcept", "Coding", "ContactDetail", "ContactPoint",
        "Contributor", "Count", "DataRequirement", "Distance", "Dosage", "Duration", "Element", "ElementDefinition", "Extension", "HumanName",
        "Identifier", "Meta", "Money", "Narrative", "ParameterDefinition", "Period", "Quantity", "Range", "Ratio", "Reference",
        "RelatedArtifact", "SampledData", "Signature", "SimpleQuantity", "Timing", "TriggerDefinition", "UsageContext");

    /// <summary>The types a choice element's name may end in, as they are written there: <c>DateTime</c> → <c>dateTime</c>.</summary>
    public static FrozenDictionary<string, string> ChoiceSuffixes { get; } = PrimitiveTypes
        .Concat(ComplexTypes)
        .Except(["BackboneElement", "Element", "Extension", "Narrative", "xhtml"])
        .ToFrozenDictionary(type => char.ToUpperInvariant(type[0]) + type[1..], StringComparer.Ordinal);

    public static bool IsPrimitive(string type) => PrimitiveTypes.Contains(type);

    public static bool IsDataType(string type) => PrimitiveTypes.Contains(type) || ComplexTypes.Contains(type);

    /// <summary>Whether the one type is the other or derives from it.</summary>
    public static bool IsKindOf(string actual, string wanted)
    {
        for (var type = actual; type is not null; type = BaseOf(type))
        {
            if (type == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static string? BaseOf(string type) =>
        Bases.TryGetValue(type, out var known) ? known
        : type is "Element" or "Resource" ? null
        : IsDataType(type) ? "Element"
        : char.IsAsciiLetterUpper(type[0]) ? "DomainResource" : null;
}
