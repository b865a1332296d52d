namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>A job role of CareConnect-SDSJobRoleName-1 (GPC-APT-123).</summary>
internal sealed record PractitionerRole(string Code, string Display)
{
    /// <summary>Where the pages' examples have the roles.</summary>
    public const string NhsSystem = "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1";

    /// <summary>Where the newest profiles look for the roles.</summary>
    private const string Hl7UkSystem = "https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1";

    public static readonly PractitionerRole GeneralPractitioner = new("R0260", "General Medical Practitioner");
    public static readonly PractitionerRole SalariedGeneralPractitioner = new("R0270", "Salaried General Practitioner");
    public static readonly PractitionerRole NursePractitioner = new("R0600", "Specialist Nurse Practitioner");

    public string System { get; init; } = Hl7UkSystem;
}
