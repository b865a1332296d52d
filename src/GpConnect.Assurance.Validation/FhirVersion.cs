namespace GpConnect.Assurance.Validation;

/// <summary>The FHIR releases that GP Connect uses.</summary>
public enum FhirVersion
{
    /// <summary>3.0: Foundations, Appointment Management, Access Record Structured, Access Document.</summary>
    Stu3,

    /// <summary>1.0: Access Record HTML.</summary>
    Dstu2,
}
