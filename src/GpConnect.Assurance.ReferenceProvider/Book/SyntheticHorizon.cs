namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>The days that a synthetic practice has slots on.</summary>
internal static class SyntheticHorizon
{
    private const int DaysBack = 10;
    private const int DaysAhead = 41;
    private const int DaysToLookForClockChanges = 366;

    /// <summary>Counted from the day that the records are made for: the record of its only slot was never completed.</summary>
    public const int DayOfTheIncompleteSlot = 400;

    /// <summary>The last days, six weeks ahead, and from the Friday before each clock change of the coming year to the Monday after it.</summary>
    /// <param name="today">The day on which the book is opened.</param>
    /// <param name="origin">The day that the records are made for.</param>
    public static IEnumerable<DateOnly> Days(DateOnly today, DateOnly origin)
    {
        var changes = Enumerable.Range(0, DaysToLookForClockChanges).Select(today.AddDays).Where(UkTime.ChangesOn);
        return Enumerable.Range(-DaysBack, DaysBack + 1 + DaysAhead).Select(today.AddDays)
            .Concat(changes.SelectMany(change => new[] { change.AddDays(-2), change.AddDays(-1), change, change.AddDays(1) }))
            .Append(origin.AddDays(DayOfTheIncompleteSlot))
            .Distinct();
    }
}
