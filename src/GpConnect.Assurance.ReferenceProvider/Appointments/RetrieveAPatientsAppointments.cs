using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Retrieve a patient's appointments: <c>GET /Patient/{id}/Appointment?start=ge{date}&amp;start=le{date}</c>
/// (GPC-APT-219 to GPC-APT-241).</summary>
internal static class RetrieveAPatientsAppointments
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:search:patient_appointments-1",
        "GET",
        "Patient/{id}/Appointment",
        RequestedScope.PatientRead,
        Answer)
    {
        IsAppointmentManagement = true,
        SearchParameters = [("identifier", "token"), ("start", "date")],
    };

    private static FhirResponse Answer(FhirRequest request)
    {
        CheckPatient(request);
        var range = RetrievalRange.Read(request);
        var found = request.Practice.Book.Appointments(appointment => IsRetrieved(request, range, appointment));
        if (!request.Keeps(Rule.IncompleteAppointmentIsAnError))
        {
            found = [.. found.Where(appointment => appointment.Description is not null)];
        }

        return FhirResponse.Of(request, SearchsetBundle.Of(found.Select(AppointmentResource.Of)));
    }

    private static void CheckPatient(FhirRequest request)
    {
        var patient = request.Practice.Patient(request.Id!);
        var isKnown = patient is not null || request.Reads(Reading.UnknownPatientsHaveAnEmptyBundle);
        var isWithheld = patient is { IsSensitive: true } && request.Keeps(Rule.SensitivePatientsHaveNoAppointments);
        if (!isKnown || isWithheld)
        {
            throw new RefusedException(SpineError.PatientNotFound, $"Nothing has the id '{request.Id}'.");
        }

        PatientCalls.RefuseDissent(request, patient);
    }

    private static bool IsRetrieved(FhirRequest request, RetrievalRange range, AppointmentRecord appointment) =>
        (appointment.Patient == request.Id || !request.Keeps(Rule.OnlyThePatientsAppointmentsAreRetrieved))
        && range.Holds(request, appointment)
        && (appointment.Start >= request.Received || request.Keeps(Rule.EarlierTodayIsRetrieved))
        && (appointment.Status != AppointmentRecord.Cancelled || request.Keeps(Rule.CancelledAppointmentsAreRetrieved))
        && (appointment.BookingOrganization is not null || request.Keeps(Rule.AppointmentsOfThePracticeAreRetrieved))
        && (!appointment.IsVisit || request.Keeps(Rule.VisitsAreRetrieved));
}
