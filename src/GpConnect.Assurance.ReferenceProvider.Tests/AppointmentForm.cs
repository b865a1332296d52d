using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>An Appointment as a consumer posts it, right in everything that a test does not change.</summary>
internal static class AppointmentForm
{
    public const string Assets = "https://fhir.nhs.uk/STU3/StructureDefinition/";
    public const string CancellationReason = Assets + "Extension-GPConnect-AppointmentCancellationReason-1";

    /// <param name="slots">Slot resources in the order of their times.</param>
    public static JsonObject For(SlotsFound found, TestPatient patient, params JsonObject[] slots)
    {
        var schedule = found.ScheduleOf(slots[0]);
        return new JsonObject
        {
            ["resourceType"] = "Appointment",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray(Assets + "GPConnect-Appointment-1") },
            ["contained"] = new JsonArray(Organization()),
            ["extension"] = new JsonArray(new JsonObject
            {
                ["url"] = Assets + "Extension-GPConnect-BookingOrganisation-1",
                ["valueReference"] = Reference("#booker"),
            }),
            ["status"] = "booked",
            ["description"] = "Follow-up",
            ["start"] = slots[0]["start"]!.DeepClone(),
            ["end"] = slots[^1]["end"]!.DeepClone(),
            ["slot"] = new JsonArray([.. slots.Select(slot => Reference("Slot/" + slot["id"]))]),
            ["created"] = "2026-01-05T10:15:04+00:00",
            ["comment"] = "Agreed with the practice",
            ["participant"] = new JsonArray(
            [
                Participant("Patient/" + patient.LogicalId),
                .. schedule["actor"]!.AsArray().Select(actor => Participant(actor!["reference"]!.GetValue<string>())),
            ]),
        };
    }

    public static JsonObject Participant(string reference) => new() { ["actor"] = Reference(reference), ["status"] = "accepted" };

    public static JsonObject Reference(string reference) => new() { ["reference"] = reference };

    public static JsonObject Amended(JsonObject appointment, string description, string? comment = null)
    {
        var amended = appointment.DeepClone().AsObject();
        amended["description"] = description;
        if (comment is not null)
        {
            amended["comment"] = comment;
        }

        return amended;
    }

    public static JsonObject Cancelled(JsonObject appointment, string? reason = "No longer needed")
    {
        var cancelled = appointment.DeepClone().AsObject();
        cancelled["status"] = "cancelled";
        if (reason is not null)
        {
            cancelled["extension"]!.AsArray().Add(new JsonObject { ["url"] = CancellationReason, ["valueString"] = reason });
        }

        return cancelled;
    }

    private static JsonObject Organization() => new()
    {
        ["resourceType"] = "Organization",
        ["id"] = "booker",
        ["meta"] = new JsonObject { ["profile"] = new JsonArray(Assets + "CareConnect-GPC-Organization-1") },
        ["identifier"] = ConsumerToken.Identifiers(("https://fhir.nhs.uk/Id/ods-organization-code", "X99999")),
        ["type"] = new JsonArray(new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject
            {
                ["system"] = "https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1",
                ["code"] = "gp-practice",
            }),
        }),
        ["name"] = "A consumer's organisation",
        ["telecom"] = new JsonArray(
            new JsonObject { ["system"] = "phone", ["value"] = "01632 960555", ["use"] = "work" },
            new JsonObject { ["system"] = "email", ["value"] = "hub@example.org", ["use"] = "work" }),
        ["address"] = new JsonArray(new JsonObject { ["use"] = "work", ["line"] = new JsonArray("1 Hub Road"), ["city"] = "Testington", ["postalCode"] = "ZZ99 1ZZ" }),
    };
}
