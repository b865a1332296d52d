namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>A session that the practice holds each day.</summary>
/// <param name="Name">The type of the schedule.</param>
/// <param name="Site">Which of the practice's sites: 0 is the main surgery, 1 the branch.</param>
/// <param name="Staff">Which of the practice's staff; null for nobody in particular.</param>
/// <param name="Slots">What stands in it one after the other, without a gap.</param>
internal sealed record Session(string Name, int Site, int? Staff, PractitionerRole Role, TimeOnly From, TimeSpan Length, IReadOnlyList<SlotKind> Slots)
{
    public Availability Availability { get; init; } = Availability.Unrestricted;

    /// <summary>Time from the start of one slot to that of the next; the length of a slot when null.</summary>
    public TimeSpan? Step { get; init; }

    /// <summary>Counted from the day that the records are made for: 0 is that day.</summary>
    public Func<int, bool> IsHeldOn { get; init; } = _ => true;
}
