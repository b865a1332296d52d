namespace GpConnect.Assurance.Fhir;

/// <summary>The two wire formats of FHIR STU3 this project reads and writes.</summary>
public enum FhirFormat
{
    /// <summary><c>application/fhir+json</c>.</summary>
    Json,

    /// <summary><c>application/fhir+xml</c>.</summary>
    Xml,
}
