namespace GpConnect.Assurance.Fhir;

/// <summary>The JSON literal a value was written as; every XML value is a <see cref="String"/>.</summary>
public enum FhirValueKind : byte
{
    /// <summary>The node has no value, only children (or, when its content was refused, neither).</summary>
    None,
    String,
    Number,
    Boolean,

    /// <summary>A JSON <c>null</c> in an array that no <c>_name</c> companion fills; already reported as <c>null-value</c>.</summary>
    Null,
}
