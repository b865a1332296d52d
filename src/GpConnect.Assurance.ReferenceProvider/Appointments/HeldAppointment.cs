using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>What can be done with an appointment that stands in the book.</summary>
internal static class HeldAppointment
{
    /// <summary>Whether it started before now; before today where all of today counts as the future (GPC-APT-215).</summary>
    public static bool IsPast(FhirRequest request, AppointmentRecord appointment) => appointment.Start
        < (request.Reads(Reading.TodayIsTheFuture) ? UkTime.StartOf(UkTime.DayOf(request.Received)) : request.Received);
}
