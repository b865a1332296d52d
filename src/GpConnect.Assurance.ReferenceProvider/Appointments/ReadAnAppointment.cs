using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Read an appointment: <c>GET /Appointment/{id}</c> (GPC-APT-206 to GPC-APT-218).</summary>
internal static class ReadAnAppointment
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:read:appointment-1", "GET", "Appointment/{id}", RequestedScope.PatientRead, Answer)
    {
        IsAppointmentManagement = true,
    };

    private static FhirResponse Answer(FhirRequest request)
    {
        var appointment = request.Practice.Book.Appointment(request.Id!);
        if (appointment is not null && request.Keeps(Rule.PastAppointmentsAreNotRead) && HeldAppointment.IsPast(request, appointment))
        {
            throw new RefusedException(SpineError.InvalidResource, "The appointment is in the past; only future appointments can be read.");
        }

        var response = Reads.Answer(request, appointment is null ? null : AppointmentResource.Of(appointment), SpineError.NoRecordFound);
        response.Headers.LastModified = appointment!.LastUpdated.ToString("R");
        return response;
    }
}
