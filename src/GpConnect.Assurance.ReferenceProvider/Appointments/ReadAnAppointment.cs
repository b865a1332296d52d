using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
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
        var appointment = request.Practice.Book.Appointment(request.Keeps(Rule.AppointmentIdsAreCaseSensitive) ? request.Id! : request.Id!.ToLowerInvariant());
        if (appointment is not null && IsWithheld(request, appointment))
        {
            appointment = null;
        }

        if (appointment is not null && request.Keeps(Rule.PastAppointmentsAreNotRead) && HeldAppointment.IsPast(request, appointment))
        {
            throw new RefusedException(SpineError.InvalidResource, "The appointment is in the past; only future appointments can be read.");
        }

        var response = Reads.Answer(request, appointment is null ? null : Resource(request, appointment), SpineError.NoRecordFound);
        response.Headers.LastModified = appointment!.LastUpdated.ToString("R");
        return response;
    }

    /// <summary>All future appointments can be read, but for what a defect keeps back (GPC-APT-211, GPC-APT-212).</summary>
    private static bool IsWithheld(FhirRequest request, AppointmentRecord appointment) =>
        (appointment.BookingOdsCode is { } booker && booker != Requesting.OdsCode(request) && !request.Keeps(Rule.AppointmentsOfOthersAreRead))
        || (appointment.BookingOdsCode is null && !request.Keeps(Rule.AppointmentsOfThePracticeAreRead))
        || (appointment.Status == AppointmentRecord.Cancelled && !request.Keeps(Rule.CancelledAppointmentsAreRead))
        || (appointment.IsVisit && !request.Keeps(Rule.VisitsAreRead));

    private static JsonObject Resource(FhirRequest request, AppointmentRecord appointment)
    {
        if (appointment.Description is not null || request.Keeps(Rule.IncompleteAppointmentIsAnErrorInReads))
        {
            return AppointmentResource.Of(appointment);
        }

        var incomplete = AppointmentResource.Of(appointment with { Description = "" });
        incomplete.Remove("description");
        return incomplete;
    }
}
