namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>A session of a day: who sees patients, where, and to whom its slots are open.</summary>
/// <param name="Name">The type of the schedule.</param>
/// <param name="Location">Id of the site.</param>
/// <param name="Practitioner">Id of the member of staff; null for a session that is not any one's.</param>
internal sealed record ScheduleRecord(
    string Id,
    string Name,
    string Location,
    string? Practitioner,
    PractitionerRole Role,
    DateTimeOffset Start,
    DateTimeOffset End,
    Availability Availability,
    int Version = 1);
