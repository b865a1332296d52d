namespace GpConnect.Assurance.Validation;

/// <summary>The primitive datatypes of FHIR STU3 (<c>http://hl7.org/fhir/STU3/datatypes.html</c>).</summary>
internal enum PrimitiveType : byte
{
    None,
    Boolean,
    Integer,
    PositiveInt,
    UnsignedInt,
    Decimal,
    String,
    Markdown,
    Code,
    Id,
    Uri,
    Oid,
    Uuid,
    Base64Binary,
    Date,
    DateTime,
    Instant,
    Time,
    Xhtml,
}
