namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>How a value compares.</summary>
internal enum ValueClass
{
    /// <summary>A primitive whose type is not known: it compares as what it is compared with.</summary>
    Untyped,
    Text,
    Boolean,
    Number,
    Temporal,
    Quantity,
    Complex,
    Type,
}
