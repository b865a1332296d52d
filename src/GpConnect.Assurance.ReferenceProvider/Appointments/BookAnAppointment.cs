using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Population;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Book an appointment: <c>POST /Appointment</c> (GPC-APT-132 to GPC-APT-188).</summary>
internal static class BookAnAppointment
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:create:appointment-1", "POST", "Appointment", RequestedScope.PatientWrite, Answer)
    {
        IsAppointmentManagement = true,
    };

    private static FhirResponse Answer(FhirRequest request)
    {
        using var body = AppointmentBody.Read(request);
        var sent = SubmittedAppointment.Read(request, body.Root);
        CheckParticipants(request, sent.Participants);
        var slots = BookedSlots.Of(request, sent);
        var booked = request.Practice.Book.Book(slots, id => Appointment(request, sent, slots, id));
        var response = WrittenAppointment.Answer(request, booked, StatusCodes.Status201Created);
        response.Headers.Location = $"{request.Practice.BaseUrl}/Appointment/{booked.Id}/_history/{booked.Version}";
        return response;
    }

    private static void CheckParticipants(FhirRequest request, SubmittedParticipants participants)
    {
        var practice = request.Practice;
        if (participants.Patient is { } id)
        {
            var patient = practice.Patient(id);
            if (patient is { IsSensitive: true } && request.Keeps(Rule.SensitivePatientsHaveNoAppointments))
            {
                throw new RefusedException(SpineError.PatientNotFound, $"Nothing has the id '{id}'.");
            }

            Require(request.Keeps(Rule.PatientsAreKnown), patient is not null, "Patient", id);
            PatientCalls.RefuseDissent(request, patient);
            var isNew = patient?.Registration.Type == RegistrationType.Temporary;
            if (isNew && !request.Keeps(Rule.NewPatientsMayBeBooked))
            {
                throw SubmittedAppointment.Invalid("participant.actor", "the patient is not a regular patient");
            }
        }

        if (participants.Location is { } location)
        {
            Require(request.Keeps(Rule.LocationsAreKnown), practice.Locations.ContainsKey(location), "Location", location);
        }

        foreach (var practitioner in participants.Practitioners)
        {
            Require(request.Keeps(Rule.PractitionersAreKnown), practice.Practitioners.ContainsKey(practitioner), "Practitioner", practitioner);
        }
    }

    private static void Require(bool isChecked, bool isKnown, string type, string id)
    {
        if (isChecked && !isKnown)
        {
            throw new SubmittedReference("participant.actor", type, id).NotFound();
        }
    }

    private static AppointmentRecord Appointment(FhirRequest request, SubmittedAppointment sent, IReadOnlyList<SlotRecord> slots, string id)
    {
        var organisation = request.Keeps(Rule.BookingOrganisationIsKept) ? sent.BookingOrganisation : null;
        var schedule = slots[0].Schedule;
        return new AppointmentRecord
        {
            Id = id,
            LastUpdated = request.Received,
            Patient = sent.Participants.Patient ?? request.Practice.Patients.First().Id,
            Slots = slots,
            Start = sent.Start ?? slots[0].Start,
            End = sent.End ?? slots[^1].End,
            Location = sent.Participants.Location ?? schedule.Location,
            Practitioners = sent.Participants.Practitioners is { Count: > 0 } practitioners ? practitioners : schedule.Practitioner is { } own ? [own] : [],
            Created = request.Keeps(Rule.CreatedIsKept) ? sent.Created : request.Received.AddSeconds(-1),
            Description = sent.Description ?? "Appointment",
            Comment = request.Keeps(Rule.CommentIsKept) ? sent.Comment : null,
            Priority = sent.Priority,
            BookingOrganization = organisation?.Resource,
            BookingOdsCode = sent.BookingOrganisation?.OdsCode,
        };
    }
}
