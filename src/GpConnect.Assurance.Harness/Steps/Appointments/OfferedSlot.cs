using System.Globalization;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>A slot that a search offered, with what its Schedule says of it.</summary>
public sealed record OfferedSlot
{
    private const string Definitions = "https://fhir.nhs.uk/STU3/StructureDefinition/";
    internal const string DeliveryChannelUrl = Definitions + "Extension-GPConnect-DeliveryChannel-2";
    internal const string PractitionerRoleUrl = Definitions + "Extension-GPConnect-PractitionerRole-1";

    public required string Id { get; init; }

    /// <summary>Logical id of the Schedule.</summary>
    public required string Schedule { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public string? DeliveryChannel { get; init; }

    public string? ServiceType { get; init; }

    /// <summary>Text of the Schedule's service category.</summary>
    public string? ScheduleType { get; init; }

    /// <summary>Code of the Schedule's practitioner role.</summary>
    public string? PractitionerRole { get; init; }

    /// <summary>Logical id of the Schedule's Location.</summary>
    public string? Location { get; init; }

    /// <summary>Logical id of the Schedule's Practitioner.</summary>
    public string? Practitioner { get; init; }

    /// <summary>Names the slot also when the provider gives it a new id on its release.</summary>
    public string Key => $"{Schedule} {Start.UtcDateTime:s} {End.UtcDateTime:s}";

    public override string ToString() => $"Slot/{Id} {Protocol.UkTime.Text(Start)}";

    /// <summary>True where the two may be booked as one appointment, this one first.</summary>
    public bool IsFollowedBy(OfferedSlot next) =>
        Touches(next) && Schedule == next.Schedule && DeliveryChannel == next.DeliveryChannel && ServiceType == next.ServiceType;

    public bool Touches(OfferedSlot next) => End == next.Start;

    /// <summary>The slots of a Bundle whose times can be read, earliest first; of those that cannot, the rules speak.</summary>
    public static IReadOnlyList<OfferedSlot> In(Answer answer)
    {
        var schedules = answer.Resources("Schedule").GroupBy(schedule => schedule.Child("id").Value ?? "").ToDictionary(group => group.Key, group => group.First());
        return [.. answer.Resources("Slot").Select(slot => Read(slot, schedules)).OfType<OfferedSlot>().OrderBy(slot => slot.Start).ThenBy(slot => slot.Id, StringComparer.Ordinal)];
    }

    internal static DateTimeOffset? Instant(FhirNode node) =>
        DateTimeOffset.TryParse(node.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    internal static string? IdOf(string? reference) => reference?.Split('/')[^1];

    internal static FhirNode Extension(FhirNode of, string url) => of.ChildrenNamed("extension").ToArray().FirstOrDefault(extension => extension.Child("url").Value == url);

    private static OfferedSlot? Read(FhirNode slot, Dictionary<string, FhirNode> schedules)
    {
        if (slot.Child("id").Value is not { } id || Instant(slot.Child("start")) is not { } start || Instant(slot.Child("end")) is not { } end)
        {
            return null;
        }

        var schedule = IdOf(slot.Child("schedule").Child("reference").Value) ?? "";
        var session = schedules.GetValueOrDefault(schedule);
        return new OfferedSlot
        {
            Id = id,
            Schedule = schedule,
            Start = start,
            End = end,
            DeliveryChannel = Extension(slot, DeliveryChannelUrl).Child("valueCode").Value,
            ServiceType = slot.Child("serviceType").Child("text").Value,
            ScheduleType = session.Child("serviceCategory").Child("text").Value,
            PractitionerRole = Extension(session, PractitionerRoleUrl).Child("valueCodeableConcept").Child("coding").Child("code").Value,
            Location = Actor(session, "Location"),
            Practitioner = Actor(session, "Practitioner"),
        };
    }

    private static string? Actor(FhirNode schedule, string type) => IdOf(schedule.ChildrenNamed("actor").ToArray()
        .Select(actor => actor.Child("reference").Value)
        .FirstOrDefault(reference => reference?.Contains($"{type}/", StringComparison.Ordinal) == true));
}
