using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>An appointment as the practice's system holds it.</summary>
internal sealed record AppointmentRecord
{
    public const string Booked = "booked";
    public const string Cancelled = "cancelled";

    public required string Id { get; init; }

    /// <summary>The version id of the resource.</summary>
    public int Version { get; init; } = 1;

    public required DateTimeOffset LastUpdated { get; init; }

    /// <summary>Id of the patient.</summary>
    public required string Patient { get; init; }

    /// <summary>In the order of their times. At least one.</summary>
    public required IReadOnlyList<SlotRecord> Slots { get; init; }

    /// <summary>Id of the site.</summary>
    public required string Location { get; init; }

    /// <summary>Ids of members of staff.</summary>
    public IReadOnlyList<string> Practitioners { get; init; } = [];

    /// <summary>When it was made; null where the practice's own system does not know.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>A code of FHIR's appointment status.</summary>
    public string Status { get; init; } = Booked;

    /// <summary>Null in a record that was never completed.</summary>
    public required string? Description { get; init; }

    public string? Comment { get; init; }

    public string? CancellationReason { get; init; }

    /// <summary>The contained Organization as it was sent; null for an appointment made in the practice.</summary>
    public JsonObject? BookingOrganization { get; init; }

    /// <summary>ODS code of <see cref="BookingOrganization"/>.</summary>
    public string? BookingOdsCode { get; init; }

    public int? Priority { get; init; }

    public DateTimeOffset Start { get; init; }

    public DateTimeOffset End { get; init; }

    public SlotRecord First => Slots[0];

    public bool IsVisit => Slots.Any(slot => slot.Channel == DeliveryChannel.Visit);
}
