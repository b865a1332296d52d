namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>To whom, and when, the practice lets GP Connect have the slots of a session (GPC-APT-090 to GPC-APT-097).
/// It counts for searches and bookings only (GPC-APT-126).</summary>
internal sealed record Availability
{
    public static readonly Availability Unrestricted = new();

    /// <summary>False for slots that the practice has not marked as bookable through GP Connect.</summary>
    public bool IsBookable { get; init; } = true;

    /// <summary>Codes of GPConnect-OrganisationType-1; any when empty.</summary>
    public IReadOnlyList<string> OrganizationTypes { get; init; } = [];

    /// <summary>Any when empty.</summary>
    public IReadOnlyList<string> OdsCodes { get; init; } = [];

    /// <summary>Whether the slots are for some organisations only.</summary>
    public bool IsRestricted => OrganizationTypes.Count + OdsCodes.Count > 0;

    /// <summary>How near to its start a slot may be booked.</summary>
    public TimeSpan? Embargo { get; init; }

    /// <summary>How far ahead a slot may be booked.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How many slots of the session one organisation may hold.</summary>
    public int? Limit { get; init; }

    /// <summary>What keeps the requester from a slot, taken or not.</summary>
    public static IEnumerable<AvailabilityRule> Breached(SlotRecord slot, Requester requester, DateTimeOffset now)
    {
        var availability = slot.Schedule.Availability;
        if (!availability.IsBookable)
        {
            yield return AvailabilityRule.NotMarked;
        }

        if (slot.Channel == DeliveryChannel.Visit)
        {
            yield return AvailabilityRule.Visit;
        }

        if (!Admits(availability.OrganizationTypes, requester.Types))
        {
            yield return AvailabilityRule.OrganisationType;
        }

        if (!Admits(availability.OdsCodes, requester.OdsCodes))
        {
            yield return AvailabilityRule.OdsCode;
        }

        if (slot.Start < now + availability.Embargo)
        {
            yield return AvailabilityRule.Embargo;
        }

        if (slot.Start > now + availability.Window)
        {
            yield return AvailabilityRule.BookingWindow;
        }
    }

    private static bool Admits(IReadOnlyList<string> restriction, IReadOnlyCollection<string> given) =>
        restriction.Count == 0 || restriction.Any(given.Contains);
}
