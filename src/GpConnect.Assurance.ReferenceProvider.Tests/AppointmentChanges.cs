using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>Changes that a consumer may make neither in an amendment nor in a cancellation, by the element that the diagnostics name.</summary>
internal static class AppointmentChanges
{
    public static readonly IReadOnlyDictionary<string, Action<JsonObject>> All = new Dictionary<string, Action<JsonObject>>
    {
        ["start"] = form => form["start"] = "2030-01-02T09:00:00+00:00",
        ["end"] = form => form["end"] = "2030-01-02T09:10:00+00:00",
        ["slot"] = form => form["slot"]!.AsArray().Add(AppointmentForm.Reference("Slot/another")),
        ["participant Patient"] = form => form["participant"]![0]!["actor"]!["reference"] = "Patient/another",
        ["participant Location"] = form => form["participant"]![1]!["status"] = "tentative",
        ["participant Practitioner"] = form => form["participant"]!.AsArray().RemoveAt(2),
        ["created"] = form => form["created"] = "2026-01-06T10:15:04+00:00",
        ["bookingOrganisation"] = form => form["contained"]![0]!["name"] = "Another",
        ["deliveryChannel"] = form => Extension(form, "Extension-GPConnect-DeliveryChannel-2")["valueCode"] = "Video",
        ["practitionerRole"] = form => Extension(form, "Extension-GPConnect-PractitionerRole-1")["valueCodeableConcept"]!["coding"]![0]!["code"] = "R0600",
        ["serviceType"] = form => form["serviceType"]![0]!["text"] = "Another",
        ["serviceCategory"] = form => form["serviceCategory"]!["text"] = "Another",
        ["priority"] = form => form["priority"] = 7,
        ["minutesDuration"] = form => form["minutesDuration"] = 7,
        ["identifier"] = form => form["identifier"]![0]!["value"] = "another",
        ["reason"] = form => form["reason"] = new JsonArray(new JsonObject { ["text"] = "reason" }),
        ["specialty"] = form => form["specialty"] = new JsonArray(new JsonObject { ["text"] = "specialty" }),
        ["status"] = form => form["status"] = "arrived",
        ["cancellationReason"] = form => form["extension"]!.AsArray().Add(new JsonObject
        {
            ["url"] = AppointmentForm.CancellationReason,
            ["valueString"] = "Another",
        }),
        ["comment"] = form => form["comment"] = "Another",
        ["description"] = form => form["description"] = "Another",
    };

    private static JsonNode Extension(JsonObject form, string name) =>
        form["extension"]!.AsArray().First(extension => extension!["url"]!.GetValue<string>() == AppointmentForm.Assets + name)!;
}
