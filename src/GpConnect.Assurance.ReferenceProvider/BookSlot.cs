namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A slot of the appointment book as it was set up, whether GP Connect offers it or not.</summary>
/// <param name="OrganizationType">The type of organisation that it is kept for, if it is.</param>
/// <param name="OdsCodes">The organisations that it is kept for; any when empty.</param>
/// <param name="IsBookable">Whether it is marked as bookable through GP Connect.</param>
/// <param name="State"><c>free</c> or <c>busy</c>.</param>
public sealed record BookSlot(
    DateTimeOffset Start,
    DateTimeOffset End,
    string ServiceType,
    string ScheduleType,
    string DeliveryChannel,
    string? OrganizationType,
    IReadOnlyList<string> OdsCodes,
    bool IsBookable,
    string State);
