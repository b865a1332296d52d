namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>A job role of CareConnect-SDSJobRoleName-1 (GPC-APT-123).</summary>
internal sealed record PractitionerRole(string Code, string Display)
{
    public static readonly PractitionerRole GeneralPractitioner = new("R0260", "General Medical Practitioner");
    public static readonly PractitionerRole SalariedGeneralPractitioner = new("R0270", "Salaried General Practitioner");
    public static readonly PractitionerRole NursePractitioner = new("R0600", "Specialist Nurse Practitioner");
}
