using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>The Appointment that asks for a booking, elements in FHIR order. Specification page: appointments_use_case_book_an_appointment.</summary>
/// <remarks>Participants are the patient, the location and the practitioner, in this order; <c>extension[0]</c> is the booking organisation, <c>contained[0]</c>.</remarks>
internal static class AppointmentBody
{
    private const string Definitions = "https://fhir.nhs.uk/STU3/StructureDefinition/";
    internal const string BookingOrganizationUrl = Definitions + "Extension-GPConnect-BookingOrganisation-1";
    internal const string CancellationReasonUrl = Definitions + "Extension-GPConnect-AppointmentCancellationReason-1";

    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="slots">One at least, earliest first.</param>
    /// <param name="booker">The organisation that books.</param>
    /// <param name="organizationType">Its type, as sent in the search; null for none.</param>
    /// <param name="created">When the appointment is made.</param>
    public static JsonObject Of(string patient, IReadOnlyList<OfferedSlot> slots, OrganizationSettings booker, string? organizationType, DateTimeOffset created)
    {
        var participants = new JsonArray(Participant($"Patient/{patient}"), Participant($"Location/{slots[0].Location}"));
        if (slots[0].Practitioner is { } practitioner)
        {
            participants.Add((JsonNode)Participant($"Practitioner/{practitioner}"));
        }

        return new JsonObject
        {
            ["resourceType"] = "Appointment",
            ["meta"] = Profile("GPConnect-Appointment-1"),
            ["contained"] = new JsonArray(Organization(booker, organizationType)),
            ["extension"] = new JsonArray(new JsonObject { ["url"] = BookingOrganizationUrl, ["valueReference"] = new JsonObject { ["reference"] = "#booker" } }),
            ["status"] = "booked",
            ["description"] = "Assurance test of a booking",
            ["start"] = UkTime.Text(slots[0].Start),
            ["end"] = UkTime.Text(slots[^1].End),
            ["slot"] = new JsonArray([.. slots.Select(slot => new JsonObject { ["reference"] = $"Slot/{slot.Id}" })]),
            ["created"] = UkTime.Text(created),
            ["comment"] = "Made by GP Connect Assurance; it is cancelled again.",
            ["participant"] = participants,
        };
    }

    /// <summary>The extension that says why an appointment is cancelled.</summary>
    public static JsonObject CancellationReason(string reason) => new() { ["url"] = CancellationReasonUrl, ["valueString"] = reason };

    private static JsonObject Organization(OrganizationSettings booker, string? type)
    {
        var organization = new JsonObject
        {
            ["resourceType"] = "Organization",
            ["id"] = "booker",
            ["meta"] = Profile("CareConnect-GPC-Organization-1"),
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = SlotSearch.OdsCode, ["value"] = booker.OdsCode }),
        };
        if (type is not null)
        {
            organization["type"] = new JsonArray(new JsonObject
            {
                ["coding"] = new JsonArray(new JsonObject { ["system"] = SlotSearch.OrganizationType, ["code"] = type }),
            });
        }

        organization["name"] = booker.Name;
        organization["telecom"] = new JsonArray(
            new JsonObject { ["system"] = "phone", ["value"] = "01632 960555", ["use"] = "work" },
            new JsonObject { ["system"] = "email", ["value"] = "booking@consumer.example", ["use"] = "work" });
        organization["address"] = new JsonArray(new JsonObject
        {
            ["use"] = "work",
            ["line"] = new JsonArray("Booking Office", "1 Assurance Road"),
            ["city"] = "Testington",
            ["district"] = "Testshire",
            ["postalCode"] = "ZZ99 9ZZ",
        });
        return organization;
    }

    private static JsonObject Profile(string name) => new() { ["profile"] = new JsonArray(Definitions + name) };

    private static JsonObject Participant(string reference) => new() { ["actor"] = new JsonObject { ["reference"] = reference }, ["status"] = "accepted" };
}
