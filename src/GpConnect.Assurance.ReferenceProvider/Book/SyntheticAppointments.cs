using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>Appointments that stand in the book of a synthetic practice from the start: made in the practice, by another consumer, in
/// the past.</summary>
internal static class SyntheticAppointments
{
    /// <summary>Role of the patient whose appointments these are.</summary>
    public const string Patient = "booked-in-practice";

    /// <summary>Role of the patient whose appointment cannot be made into a resource.</summary>
    public const string PatientOfTheIncomplete = "incomplete-appointment";

    public const string OfTheIncomplete = "incomplete";

    private const string Cancelled = "cancelled-in-practice";
    private const string Visit = "visit";
    private const string OfAnotherOrganization = "booked-by-another-organisation";

    private static readonly (string Role, int Day, string ServiceType, int Slot)[] Places =
    [
        ("past", -1, SyntheticSessions.NotBookable, 0),
        ("earlier-today", 0, SyntheticSessions.ShortNotice, 0),
        ("in-practice", 2, SyntheticSessions.NotBookable, 0),
        (Cancelled, 2, SyntheticSessions.NotBookable, 1),
        (Visit, 3, SyntheticSessions.HomeVisit, 0),
        (OfAnotherOrganization, 2, SyntheticSessions.PartnersOnly, 0),
        (OfTheIncomplete, 3, SyntheticSessions.NotBookable, 0),
    ];

    /// <summary>By role.</summary>
    /// <param name="practice">Its patients and their roles.</param>
    /// <param name="slots">Those of the days around today.</param>
    /// <param name="today">The day that the records are made for.</param>
    public static IReadOnlyDictionary<string, AppointmentRecord> Of(SyntheticPractice practice, IReadOnlyCollection<SlotRecord> slots, DateOnly today)
    {
        var patient = practice.LogicalIdOf(Patient);
        var ids = new SyntheticSource(unchecked(practice.Seed * 31) ^ 0x0A99);
        return Places.ToDictionary(place => place.Role, place => Adapted(place.Role, practice, new AppointmentRecord
        {
            Id = ids.Id(),
            LastUpdated = UkTime.StartOf(today.AddDays(-5)),
            Created = UkTime.At(today.AddDays(-5), new(10, 20)),
            Patient = patient,
            Slots = [SlotAt(slots, today.AddDays(place.Day), place.ServiceType, place.Slot)],
            Location = practice.Locations[0].Id,
            Description = "Made in the practice",
        }));
    }

    private static SlotRecord SlotAt(IEnumerable<SlotRecord> slots, DateOnly day, string serviceType, int index) =>
        slots.Where(slot => slot.ServiceType == serviceType && UkTime.DayOf(slot.Start) == day).OrderBy(slot => slot.Start).ElementAt(index);

    private static AppointmentRecord Adapted(string role, SyntheticPractice practice, AppointmentRecord appointment)
    {
        var schedule = appointment.First.Schedule;
        var complete = appointment with
        {
            Start = appointment.First.Start,
            End = appointment.First.End,
            Location = schedule.Location,
            Practitioners = schedule.Practitioner is { } practitioner ? [practitioner] : [],
        };
        return role switch
        {
            Cancelled => complete with
            {
                Version = 2,
                Status = AppointmentRecord.Cancelled,
                CancellationReason = "No longer needed",
            },
            Visit => complete with { Location = practice.PlaceOfVisits.Id, Comment = "Home visit: dressing to be changed" },
            OfAnotherOrganization => complete with
            {
                Description = "Follow-up",
                Comment = "Booked by telephone",
                BookingOdsCode = practice.Organizations[1].OdsCode,
                BookingOrganization = SyntheticBookingOrganization.Of(practice.Organizations[1]),
            },
            OfTheIncomplete => complete with { Patient = practice.LogicalIdOf(PatientOfTheIncomplete), Description = null },
            _ => complete,
        };
    }
}
