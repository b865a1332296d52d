using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>An appointment that a scenario made, or found.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="PatientId">Logical id of the patient; null where a scenario does not know it.</param>
/// <param name="Slots">The slots that it takes, as they were offered.</param>
public sealed record MadeAppointment(string Id, string? PatientId, IReadOnlyList<OfferedSlot> Slots)
{
    /// <summary>As the provider gave it last.</summary>
    public FhirNode State { get; set; }

    public string? Version => State.Child("meta").Child("versionId").Value;

    /// <summary>The versions that it had before, oldest first.</summary>
    public IList<string> EarlierVersions { get; } = [];
}
