namespace GpConnect.Assurance.Fhir;

public enum FhirPathItemKind : byte
{
    /// <summary>An element of the document.</summary>
    Node,
    Boolean,
    Integer,
    Decimal,
    String,
    Date,
    DateTime,
    Time,
    Quantity,

    /// <summary>A type, as <c>type()</c> answers it.</summary>
    Type,

    /// <summary>Something that cannot be known here; its text says why.</summary>
    Unknown,
}
