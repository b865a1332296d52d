namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>A slot of a session.</summary>
/// <param name="ServiceType">The practice's name for this type of slot; null in a record that was never completed.</param>
internal sealed record SlotRecord(
    string Id, ScheduleRecord Schedule, DateTimeOffset Start, DateTimeOffset End, string Channel, string? ServiceType)
{
    /// <summary>The version id of the resource.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Id of the appointment that takes it; null while it is free.</summary>
    public string? Appointment { get; init; }

    public bool IsFree => Appointment is null;
}
