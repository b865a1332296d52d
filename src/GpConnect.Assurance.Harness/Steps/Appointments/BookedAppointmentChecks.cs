using System.Text.Json.Nodes;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>An Appointment, element by element, beside the body that booked it and the slots that it takes.</summary>
public sealed class BookedAppointmentChecks(CheckRecorder checks)
{
    /// <param name="appointment">As it was returned.</param>
    /// <param name="sent">The body of the booking.</param>
    /// <param name="slots">The slots booked, as the search offered them.</param>
    public void Make(FhirNode appointment, JsonObject sent, IReadOnlyList<OfferedSlot> slots)
    {
        Same(appointment, "status", "GPC-APT-191", appointment.Child("status").Value, Text(sent["status"]));
        Same(appointment, "slot", "GPC-APT-192", References(appointment, "slot", node => node.Child("reference")), References(sent["slot"], slot => slot?["reference"]));
        Same(appointment, "start", "GPC-APT-193", Instant(appointment.Child("start").Value), Instant(Text(sent["start"])));
        Same(appointment, "end", "GPC-APT-193", Instant(appointment.Child("end").Value), Instant(Text(sent["end"])));
        Same(appointment, "created", "GPC-APT-203", Instant(appointment.Child("created").Value), Instant(Text(sent["created"])));
        CheckTexts(appointment, sent, "GPC-APT-184", "GPC-APT-177");
        Same(
            appointment,
            "participant",
            "GPC-APT-194",
            References(appointment, "participant", node => node.Child("actor").Child("reference")),
            References(sent["participant"], participant => participant?["actor"]?["reference"]));
        CheckSession(appointment, slots[0]);
        CheckBooker(appointment, sent["contained"]?[0] as JsonObject ?? []);
    }

    /// <summary>Description and comment in full, or joined into one where the provider has but one field (GPC-APT-178).</summary>
    /// <param name="appointment">As it was returned.</param>
    /// <param name="sent">The body that gave them.</param>
    /// <param name="requirements">The requirements proved; those of the step where there are none.</param>
    public void CheckTexts(FhirNode appointment, JsonObject sent, params string[] requirements)
    {
        var (description, comment) = (appointment.Child("description").Value, appointment.Child("comment").Value);
        var (wantedDescription, wantedComment) = (Text(sent["description"]), Text(sent["comment"]));
        var joined = new[] { description, comment }.OfType<string>()
            .Any(text => text != wantedDescription && wantedDescription is not null && text.Contains(wantedDescription, StringComparison.Ordinal) && text.Contains(wantedComment ?? "", StringComparison.Ordinal));
        if (joined)
        {
            checks.Pass(Of(appointment, "description and comment are stored in full", requirements, wantedDescription, description));
            checks.Inform(Of(appointment, "description and comment are joined", ["GPC-APT-178"], wantedDescription, description), "The provider joins description and comment in one field, as it may.");
            return;
        }

        Same(appointment, "description", requirements, description, wantedDescription);
        Same(appointment, "comment", requirements, comment, wantedComment);
    }

    /// <summary>What the provider adds of its own: channel, role and types, those of the slot and its schedule.</summary>
    private void CheckSession(FhirNode appointment, OfferedSlot slot)
    {
        WhereKnown(appointment, "deliveryChannel", "GPC-APT-195", OfferedSlot.Extension(appointment, OfferedSlot.DeliveryChannelUrl).Child("valueCode").Value, slot.DeliveryChannel);
        WhereKnown(
            appointment,
            "practitionerRole",
            "GPC-APT-196",
            OfferedSlot.Extension(appointment, OfferedSlot.PractitionerRoleUrl).Child("valueCodeableConcept").Child("coding").Child("code").Value,
            slot.PractitionerRole);
        WhereKnown(appointment, "serviceType.text", "GPC-APT-199", appointment.Child("serviceType").Child("text").Value, slot.ServiceType);
        WhereKnown(appointment, "serviceCategory.text", "GPC-APT-200", appointment.Child("serviceCategory").Child("text").Value, slot.ScheduleType);
    }

    private void CheckBooker(FhirNode appointment, JsonObject sent)
    {
        var reference = OfferedSlot.Extension(appointment, AppointmentBody.BookingOrganizationUrl).Child("valueReference").Child("reference").Value;
        var contained = appointment.ChildrenNamed("contained").ToArray().FirstOrDefault(one => reference == $"#{one.Child("id").Value}");
        checks.That(
            Of(appointment, "the booking organisation is contained", ["GPC-APT-184", "GPC-APT-197"], "a reference to a contained Organization", reference),
            () => contained.ResourceType.Should().Be("Organization", "bookingOrganisation must refer to a contained Organization"));
        if (contained.IsNone)
        {
            return;
        }

        var (kept, wanted) = (Values(contained), new List<string>());
        Collect(sent, wanted);
        var lost = wanted.Except(kept).ToList();
        var type = Text(sent["type"]?[0]?["coding"]?[0]?["code"]);
        checks.That(
            Of(appointment, "the booking organisation is kept as it was sent", ["GPC-APT-184", "GPC-APT-047"], string.Join(" | ", wanted), string.Join(" | ", kept)),
            () => lost.Where(value => value != type && value != SlotSearch.OrganizationType).Should().BeEmpty("what was sent in a must-support element is stored with all it holds"));
        if (type is not null && !kept.Contains(type))
        {
            checks.Warn(Of(appointment, "the type of the booking organisation is kept", ["GPC-APT-147"], type, "no type"), "The type of the booking organisation is not returned; the published example leaves it out too, but it should be kept.");
        }
    }

    private static List<string> Values(FhirNode node)
    {
        var values = new List<string>();
        foreach (var child in node.Children.ToArray().Where(child => child.Name is not ("id" or "meta")))
        {
            if (child.Value is { } value)
            {
                values.Add(value);
            }

            values.AddRange(Values(child));
        }

        return values;
    }

    private static void Collect(JsonNode? node, List<string> values)
    {
        switch (node)
        {
            case JsonObject group:
                foreach (var (name, value) in group.Where(member => member.Key is not ("id" or "meta" or "resourceType")))
                {
                    Collect(value, values);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Collect(item, values);
                }

                break;
            case { } value:
                values.Add(value.ToString());
                break;
        }
    }

    private void WhereKnown(FhirNode appointment, string element, string requirement, string? actual, string? expected)
    {
        if (expected is not null)
        {
            Same(appointment, element, requirement, actual, expected);
        }
    }

    private void Same(FhirNode appointment, string element, string requirement, string? actual, string? expected) =>
        Same(appointment, element, ["GPC-APT-184", requirement], actual, expected);

    private void Same(FhirNode appointment, string element, string[] requirements, string? actual, string? expected) => checks.That(
        Of(appointment, $"the Appointment's {element} is as it was sent", requirements, expected, actual) with { Location = $"Appointment.{element}" },
        () => actual.Should().Be(expected, "that is what was booked"));

    private static Check Of(FhirNode appointment, string title, string[] requirements, string? expected, string? actual) => new(title)
    {
        Requirements = requirements,
        Line = appointment.Line,
        Column = appointment.Column,
        Expected = expected ?? "nothing",
        Actual = actual ?? "nothing",
    };

    /// <summary>Type and id of each, in an order of our own: none is asked for.</summary>
    private static string References(FhirNode node, string name, Func<FhirNode, FhirNode> reference) =>
        Sorted(node.ChildrenNamed(name).ToArray().Select(child => reference(child).Value));

    private static string References(JsonNode? list, Func<JsonNode?, JsonNode?> reference) =>
        Sorted((list as JsonArray ?? []).Select(item => Text(reference(item))));

    private static string Sorted(IEnumerable<string?> references) =>
        string.Join(", ", references.Select(reference => string.Join('/', (reference ?? "nothing").Split('/')[^Math.Min(2, (reference ?? "").Split('/').Length)..])).Order(StringComparer.Ordinal));

    private static string? Instant(string? text) =>
        DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture) + "Z"
            : text;

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
