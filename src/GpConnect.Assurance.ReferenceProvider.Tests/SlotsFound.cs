using System.Globalization;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>What a search for free slots found.</summary>
internal sealed record SlotsFound(Answer Answer)
{
    public IReadOnlyList<JsonObject> Slots => Of("Slot");

    /// <summary>Slots by the practice's name for their type.</summary>
    public IReadOnlyList<JsonObject> OfType(string serviceType) =>
        [.. Slots.Where(slot => slot["serviceType"]![0]!["text"]!.GetValue<string>() == serviceType)];

    public IReadOnlyList<JsonObject> Of(string type) => [.. Answer.Entries.Where(entry => entry["resourceType"]!.GetValue<string>() == type)];

    public JsonObject ScheduleOf(JsonObject slot) =>
        Of("Schedule").Single(schedule => slot["schedule"]!["reference"]!.GetValue<string>().EndsWith("Schedule/" + schedule["id"], StringComparison.Ordinal));

    public bool Has(JsonObject slot) => Slots.Any(other => other["id"]!.GetValue<string>() == slot["id"]!.GetValue<string>());

    public static DateTimeOffset Time(JsonObject resource, string element) =>
        DateTimeOffset.Parse(resource[element]!.GetValue<string>(), CultureInfo.InvariantCulture);
}
