using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>What a value of a type usually holds, so that a generated one says something and meets the type's invariants.</summary>
internal static class TypicalContent
{
    /// <summary>Any content will do in place of these.</summary>
    private static readonly Dictionary<string, string[]> WhenEmpty = new()
    {
        ["Address"] = ["text"],
        ["Annotation"] = ["text"],
        ["Attachment"] = ["url"],
        ["CodeableConcept"] = ["text"],
        ["Dosage"] = ["text"],
        ["Extension"] = ["value[x]"],
        ["HumanName"] = ["text"],
        ["Identifier"] = ["value"],
        ["Period"] = ["start"],
        ["Range"] = ["low"],
        ["Reference"] = ["reference"],
        ["Timing"] = ["event"],
    };

    /// <summary>Invariants ask for these, whatever else is there.</summary>
    private static readonly Dictionary<string, string[]> Always = new()
    {
        ["Coding"] = ["system", "code"],
        ["ContactPoint"] = ["system", "value"],
        ["Ratio"] = ["numerator", "denominator"],
        ["AllergyIntolerance"] = ["clinicalStatus"],
        ["Appointment"] = ["start", "end"],
        ["Appointment.participant"] = ["actor"],
        ["Bundle.entry"] = ["resource"],
        ["CapabilityStatement"] = ["description", "rest"],
        ["ClinicalImpression"] = ["summary"],
        ["Composition.section"] = ["text"],
        ["Condition"] = ["clinicalStatus"],
        ["Condition.evidence"] = ["code"],
        ["Condition.stage"] = ["summary"],
        ["ImmunizationRecommendation"] = ["vaccineCode"],
        ["Observation.referenceRange"] = ["text"],
        ["Organization"] = ["name"],
        ["Patient.contact"] = ["name"],
        ["Questionnaire.item"] = ["text"],
    };

    /// <param name="type">A datatype, or the path of a backbone element or resource.</param>
    internal static IEnumerable<string> Of(string type, bool isEmpty) =>
        Always.GetValueOrDefault(type, []).Concat(isEmpty ? WhenEmpty.GetValueOrDefault(type, []) : []);

    internal static JsonNode Primitive(PrimitiveType type) => type switch
    {
        PrimitiveType.Boolean => true,
        PrimitiveType.Integer or PrimitiveType.PositiveInt or PrimitiveType.UnsignedInt => 1,
        PrimitiveType.Decimal => 1.5m,
        PrimitiveType.Id => "a",
        PrimitiveType.Uri => "https://example.org/a",
        PrimitiveType.Oid => "urn:oid:1.2.3",
        PrimitiveType.Uuid => "urn:uuid:c757873d-ec9a-4326-a141-556f43239520",
        PrimitiveType.Base64Binary => "aGVsbG8=",
        PrimitiveType.Date => "2020-02-02",
        PrimitiveType.DateTime or PrimitiveType.Instant => "2020-02-02T10:00:00Z",
        PrimitiveType.Time => "10:00:00",
        PrimitiveType.Xhtml => "<div xmlns=\"http://www.w3.org/1999/xhtml\">text</div>",
        _ => "text",
    };
}
