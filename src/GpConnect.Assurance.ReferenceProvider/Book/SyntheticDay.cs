using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>Invents the slots of one day: the same seed and date give the same sessions with the same ids.</summary>
internal static class SyntheticDay
{
    /// <param name="practice">Whose sites and staff it has.</param>
    /// <param name="day">The day.</param>
    /// <param name="number">The day's number, counted from the day that the records are made for.</param>
    public static IEnumerable<SlotRecord> Slots(SyntheticPractice practice, int seed, DateOnly day, int number)
    {
        var source = new SyntheticSource(unchecked((seed * 16777619) ^ day.DayNumber));
        if (number == SyntheticHorizon.DayOfTheIncompleteSlot)
        {
            return Slots(practice, source, practice.Sessions[0], UkTime.At(day, practice.Sessions[0].From)).Take(1).Select(slot => slot with { ServiceType = null });
        }

        var sessions = practice.Sessions.Where(session => session.IsHeldOn(number));
        return (UkTime.ChangesOn(day) ? sessions.Append(SyntheticSessions.ClockChange) : sessions)
            .SelectMany(session => Slots(practice, source, session, UkTime.At(day, session.From)));
    }

    private static IEnumerable<SlotRecord> Slots(SyntheticPractice practice, SyntheticSource source, Session session, DateTimeOffset from)
    {
        var step = session.Step ?? session.Length;
        var schedule = new ScheduleRecord(
            source.Id(),
            session.Name,
            practice.Locations[session.Site].Id,
            session.Staff is { } staff ? practice.Practitioners[staff].Id : null,
            practice.RolesAreOfTheNhsCodeSystem ? session.Role with { System = PractitionerRole.NhsSystem } : session.Role,
            from,
            from + (step * (session.Slots.Count - 1)) + session.Length,
            session.Availability);
        return session.Slots.Select((kind, index) =>
            new SlotRecord(source.Id(), schedule, from + (step * index), from + (step * index) + session.Length, kind.Channel, kind.ServiceType));
    }
}
