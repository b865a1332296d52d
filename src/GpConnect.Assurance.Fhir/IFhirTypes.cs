namespace GpConnect.Assurance.Fhir;

/// <summary>
/// Knows the FHIR types of nodes. FHIRPath works without it, by resource types, choice suffixes (<c>valueQuantity</c>) and the form of
/// literals, and says "undecided" where that is not enough.
/// </summary>
public interface IFhirTypes
{
    /// <summary>The FHIR type name (<c>dateTime</c>, <c>Quantity</c>, <c>Patient</c>), or null when it is not known. Called often: it must not allocate.</summary>
    string? TypeOf(FhirNode node);
}
