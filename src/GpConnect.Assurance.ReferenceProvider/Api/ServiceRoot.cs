using GpConnect.Assurance.ReferenceProvider.Appointments;
using GpConnect.Assurance.ReferenceProvider.Foundations;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>A capability's part of the URL after the ODS code, and the interactions served below it (GPC-API-004 to GPC-API-009).</summary>
internal sealed record ServiceRoot(string Path, IReadOnlyList<Interaction> Interactions)
{
    /// <summary>The root that Foundations and Appointment Management share.</summary>
    public static readonly ServiceRoot FoundationsAndAppointments = new("STU3/1/gpconnect",
    [
        GetTheFhirCapabilityStatement.Interaction,
        FindAPatient.Interaction,
        ReadAPatient.Interaction,
        FindAPractitioner.Interaction,
        ReadAPractitioner.Interaction,
        FindAnOrganisation.Interaction,
        ReadAnOrganisation.Interaction,
        ReadALocation.Interaction,
        RegisterAPatient.Interaction,
        SearchForFreeSlots.Interaction,
        BookAnAppointment.Interaction,
        ReadAnAppointment.Interaction,
        RetrieveAPatientsAppointments.Interaction,
        AmendAnAppointment.Interaction,
        CancelAnAppointment.Interaction,
    ]);

    public static readonly IReadOnlyList<ServiceRoot> All = [FoundationsAndAppointments];
}
