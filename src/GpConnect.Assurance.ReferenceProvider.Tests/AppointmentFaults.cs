using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>What makes a booking wrong, by name: the error it must earn, and the change to a right one.</summary>
internal static class AppointmentFaults
{
    private const string Invalid = "422 INVALID_RESOURCE";
    private const string NotFound = "422 REFERENCE_NOT_FOUND";

    public static readonly IReadOnlyDictionary<string, (string Error, Action<JsonObject> Change)> All = new Dictionary<string, (string, Action<JsonObject>)>
    {
        ["no patient"] = (Invalid, form => form["participant"]!.AsArray().RemoveAt(0)),
        ["no location"] = (Invalid, form => form["participant"]!.AsArray().RemoveAt(1)),
        ["two patients"] = (Invalid, form => form["participant"]!.AsArray().Add(form["participant"]![0]!.DeepClone())),
        ["a participant without actor"] = (Invalid, form => form["participant"]!.AsArray().Add(new JsonObject { ["status"] = "accepted" })),
        ["a patient without actor"] = (Invalid, form => form["participant"]![0]!.AsObject().Remove("actor")),
        ["a participation status that is none"] = (Invalid, form => form["participant"]![0]!["status"] = "xyz"),
        ["no start"] = (Invalid, form => form.Remove("start")),
        ["no end"] = (Invalid, form => form.Remove("end")),
        ["a start in another form"] = (Invalid, form => form["start"] = "tomorrow"),
        ["no status"] = (Invalid, form => form.Remove("status")),
        ["status proposed"] = (Invalid, form => form["status"] = "proposed"),
        ["a status that is none"] = (Invalid, form => form["status"] = "xyz"),
        ["no slot"] = (Invalid, form => form.Remove("slot")),
        ["a slot without reference"] = (Invalid, form => form["slot"] = new JsonArray(new JsonObject { ["display"] = "slot" })),
        ["a slot not in an array"] = (Invalid, form => form["slot"] = form["slot"]![0]!.DeepClone()),
        ["no booking organisation extension"] = (Invalid, form => form.Remove("extension")),
        ["nothing contained"] = (Invalid, form => form.Remove("contained")),
        ["a booking organisation elsewhere"] = (Invalid, form => form["extension"]![0]!["valueReference"]!["reference"] = "Organization/1"),
        ["an unknown contained organisation"] = (Invalid, form => form["extension"]![0]!["valueReference"]!["reference"] = "#unknown"),
        ["an organisation without identifier"] = (Invalid, form => form["contained"]![0]!.AsObject().Remove("identifier")),
        ["an organisation with another identifier"] = (Invalid, form => form["contained"]![0]!["identifier"]![0]!["system"] = "https://example.org/Id"),
        ["an organisation without name"] = (Invalid, form => form["contained"]![0]!.AsObject().Remove("name")),
        ["an organisation without telecom"] = (Invalid, form => form["contained"]![0]!.AsObject().Remove("telecom")),
        ["no created"] = (Invalid, form => form.Remove("created")),
        ["no description"] = (Invalid, form => form.Remove("description")),
        ["a blank description"] = (Invalid, form => form["description"] = "   "),
        ["two descriptions"] = (Invalid, form => form["description"] = new JsonArray("a", "b")),
        ["a description of 101 characters"] = (Invalid, form => form["description"] = new string('d', 101)),
        ["a comment of 501 characters"] = (Invalid, form => form["comment"] = new string('c', 501)),
        ["no profile"] = (Invalid, form => form.Remove("meta")),
        ["another profile"] = (Invalid, form => form["meta"]!["profile"] = new JsonArray(AppointmentForm.Assets + "SomethingElse-1")),
        ["a reason"] = (Invalid, form => form["reason"] = new JsonArray(new JsonObject { ["text"] = "reason" })),
        ["a specialty"] = (Invalid, form => form["specialty"] = new JsonArray(new JsonObject { ["text"] = "specialty" })),
        ["a cancellation reason"] = (Invalid, form => form["extension"]!.AsArray().Add(new JsonObject
        {
            ["url"] = AppointmentForm.CancellationReason,
            ["valueString"] = "x",
        })),
        ["an appointment type"] = (Invalid, form => form["appointmentType"] = new JsonObject { ["text"] = "x" }),
        ["an indication"] = (Invalid, form => form["indication"] = new JsonArray(AppointmentForm.Reference("Condition/1"))),
        ["supporting information"] = (Invalid, form => form["supportingInformation"] = new JsonArray(AppointmentForm.Reference("Condition/1"))),
        ["an incoming referral"] = (Invalid, form => form["incomingReferral"] = new JsonArray(AppointmentForm.Reference("ReferralRequest/1"))),
        ["a requested period"] = (Invalid, form => form["requestedPeriod"] = new JsonArray(new JsonObject { ["start"] = "2027-01-01" })),
        ["an identifier without system"] = (Invalid, form => form["identifier"] = new JsonArray(new JsonObject { ["value"] = "1" })),
        ["an unknown slot"] = (NotFound, form => form["slot"]![0]!["reference"] = "Slot/none"),
        ["an unknown second slot"] = (NotFound, form => form["slot"]!.AsArray().Add(AppointmentForm.Reference("Slot/none"))),
        ["an unknown patient"] = (NotFound, form => form["participant"]![0]!["actor"]!["reference"] = "Patient/none"),
        ["an unknown location"] = (NotFound, form => form["participant"]![1]!["actor"]!["reference"] = "Location/none"),
        ["an unknown practitioner"] = (NotFound, form => form["participant"]![2]!["actor"]!["reference"] = "Practitioner/none"),
        ["a device"] = (NotFound, form => form["participant"]!.AsArray().Add(AppointmentForm.Participant("Device/1"))),
        ["a patient of another server"] = (NotFound, form => form["participant"]![0]!["actor"]!["reference"] = "https://elsewhere.example.org/Patient/1"),
        ["an earlier start"] = (Invalid, form => form["start"] = Moved(form["start"]!, -5)),
        ["a later start"] = (Invalid, form => form["start"] = Moved(form["start"]!, 5)),
        ["a later end"] = (Invalid, form => form["end"] = Moved(form["end"]!, 5)),
        ["an end before the start"] = (Invalid, form => form["end"] = Moved(form["start"]!, -5)),
        ["another resource"] = (Invalid, form => form["resourceType"] = "Observation"),
        ["a priority that is no number"] = (Invalid, form => form["priority"] = "high"),
    };

    private static JsonNode Moved(JsonNode time, int minutes) =>
        Book.UkTime.Format(DateTimeOffset.Parse(time.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture).AddMinutes(minutes));
}
