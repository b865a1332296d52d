using System.Globalization;
using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Appointments;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of Appointment resources, whichever interaction gives them.</summary>
internal static class AppointmentDefects
{
    public static readonly IReadOnlyList<Defect> All = [.. Mandatory(), .. Extensions(), .. Surplus(), .. Times()];

    private static IEnumerable<Defect> Mandatory() =>
    [
        Of("321", "Appointments do not name their profile", "GPC-APT-022", appointment => appointment["meta"]!.AsObject().Remove("profile"),
            "GPC-APT-184", "GPC-APT-189", "GPC-APT-190", "GPC-APT-208", "GPC-APT-233", "GPC-APT-252", "GPC-APT-272"),
        Of("322", "Appointments have no version id", "GPC-APT-021", appointment => appointment["meta"]!.AsObject().Remove("versionId"),
            "GPC-APT-020", "GPC-APT-184", "GPC-APT-190", "GPC-APT-208", "GPC-APT-233"),
        Of("323", "Appointments have no status", "GPC-APT-191", Spoil.Remove("status"), "GPC-APT-189", "GPC-APT-190"),
        Of("324", "The status of appointments is no appointment status", "GPC-APT-191", Spoil.Set("status", () => "confirmed"), "GPC-APT-189"),
        Of("325", "Appointments do not name their slots", "GPC-APT-192", Spoil.Remove("slot"), "GPC-APT-189", "GPC-APT-190"),
        Of("326", "Appointments end before they start", "GPC-APT-193", appointment =>
            (appointment["start"], appointment["end"]) = (appointment["end"]!.DeepClone(), appointment["start"]!.DeepClone())),
        Of("327", "Appointments do not name the patient", "GPC-APT-194", WithoutParticipant("Patient/")),
        Of("328", "Appointments do not name the location", "GPC-APT-194", WithoutParticipant("Location/")),
        Of("329", "Appointments do not name the practitioner", "GPC-APT-194", WithoutParticipant("Practitioner/"), "GPC-APT-046", "GPC-APT-184"),
        Of("330", "Participants have no status", "GPC-APT-190", Spoil.Each("participant", Spoil.Remove("status")), "GPC-APT-189", "GPC-APT-194"),
        Of("331", "Appointments have no description", "GPC-APT-204", Spoil.Remove("description"), "GPC-APT-189", "GPC-APT-190"),
        Of("332", "Appointments have no end", "GPC-APT-193", Spoil.Remove("end"), "GPC-APT-189", "GPC-APT-190"),
        Of("333", "References in appointments lead to another server", "GPC-APT-024",
            Spoil.Each("participant", participant => participant["actor"]!["reference"] = "https://elsewhere.example.org/" + participant["actor"]!["reference"])),
        Of("334", "Appointments name slots by URN", "GPC-APT-192", Spoil.Each("slot", Spoil.Set("reference", () => "urn:uuid:" + Guid.NewGuid())), "GPC-APT-024"),
        Of("335", "An appointment has another id each time", "GPC-APT-023", Spoil.Set("id", () => Guid.NewGuid().ToString()), "GPC-APT-182", "GPC-APT-208", "GPC-APT-205"),
    ];

    private static IEnumerable<Defect> Extensions() =>
    [
        Of("341", "Appointments do not say the delivery channel", "GPC-APT-195", Without(AppointmentExtensions.DeliveryChannelUrl), "GPC-APT-046"),
        Of("342", "Appointments say the delivery channel twice", "GPC-APT-195", appointment =>
            Spoil.AddExtension(appointment, AppointmentExtensions.DeliveryChannelUrl, "valueCode", "In-person")),
        Of("343", "The delivery channel of appointments is not that of the slot", "GPC-APT-195", appointment =>
            Find(appointment, AppointmentExtensions.DeliveryChannelUrl)["valueCode"] = "Correspondence"),
        Of("344", "Appointments do not say the practitioner's role", "GPC-APT-196", Without(AppointmentExtensions.PractitionerRoleUrl), "GPC-APT-046"),
        Of("345", "The practitioner's role in appointments is a text", "GPC-APT-196", appointment =>
            Find(appointment, AppointmentExtensions.PractitionerRoleUrl)["valueCodeableConcept"] = new JsonObject { ["text"] = "GP" }, "GPC-APT-123"),
        Of("346", "Appointments do not point to the booking organisation", "GPC-APT-197", Without(AppointmentExtensions.BookingOrganisationUrl),
            "GPC-APT-047", "GPC-APT-184", "GPC-APT-188"),
        Of("347", "The booking organisation is pointed to and not contained", "GPC-APT-197", Spoil.Remove("contained"), "GPC-APT-047", "GPC-APT-184", "GPC-APT-189"),
        Of("348", "The booking organisation is the practice itself", "GPC-APT-197", appointment =>
        {
            if (Spoil.Extensions(appointment, AppointmentExtensions.BookingOrganisationUrl).FirstOrDefault() is { } extension)
            {
                extension["valueReference"]!["reference"] = "Organization/1";
            }
        }, "GPC-APT-024", "GPC-APT-047", "GPC-APT-184"),
        Of("349", "The booking organisation has no telecom", "GPC-APT-197", Spoil.Each("contained", Spoil.Remove("telecom")), "GPC-APT-047", "GPC-APT-144"),
        Of("350", "The booking organisation has the practice's ODS code", "GPC-APT-047", Spoil.Each("contained", organization =>
            organization["identifier"]![0]!["value"] = PracticeOptions.DefaultOdsCode), "GPC-APT-184", "GPC-APT-197", "GPC-APT-188"),
        Of("351", "The cancellation reason has no text", "GPC-APT-198", appointment =>
        {
            if (Spoil.Extensions(appointment, AppointmentExtensions.CancellationReasonUrl).FirstOrDefault() is { } extension)
            {
                extension.Remove("valueString");
                extension["valueCode"] = "other";
            }
        }, "GPC-APT-189", "GPC-APT-272", "GPC-APT-282"),
        Of("352", "The cancellation reason comes twice", "GPC-APT-198", appointment =>
        {
            if (Spoil.Extensions(appointment, AppointmentExtensions.CancellationReasonUrl).FirstOrDefault() is { } extension)
            {
                appointment["extension"]!.AsArray().Add(extension.DeepClone());
            }
        }),
    ];

    private static IEnumerable<Defect> Surplus() =>
    [
        Of("361", "Appointments have no slot type", "GPC-APT-199", Spoil.Remove("serviceType"), "GPC-APT-046"),
        Of("362", "The slot type of appointments is not that of the slot", "GPC-APT-199", Spoil.Set("serviceType", () => new JsonArray(Text("Appointment")))),
        Of("363", "The schedule type of appointments has no text", "GPC-APT-200", Spoil.Set("serviceCategory", () =>
            FhirJson.CodeableConcept("https://provider.example.org/sessions", "1", "Session")), "GPC-APT-046"),
        Of("364", "The schedule type of appointments is not that of the schedule", "GPC-APT-200", Spoil.Set("serviceCategory", () => Text("Session"))),
        Of("365", "Appointments have a reason", "GPC-APT-201", Spoil.Add("reason", "description", () =>
            new JsonArray(FhirJson.CodeableConcept("http://snomed.info/sct", "17436001", "Medical consultation with outpatient")))),
        Of("366", "Appointments have a specialty", "GPC-APT-201", Spoil.Add("specialty", "description", () =>
            new JsonArray(FhirJson.CodeableConcept("http://snomed.info/sct", "394814009", "General practice")))),
        Of("367", "Appointments have an appointment type", "GPC-APT-202", Spoil.Add("appointmentType", "description", () => Text("Routine")), "GPC-APT-189"),
        Of("368", "Appointments have a requested period", "GPC-APT-202", Spoil.Set("requestedPeriod", () =>
            new JsonArray(new JsonObject { ["start"] = "2026-01-05" })), "GPC-APT-189"),
        Of("369", "The identifier of appointments has a use", "GPC-APT-202", Spoil.Each("identifier", Spoil.Add("use", "system", () => "usual")), "GPC-APT-189"),
        Of("370", "The identifier of appointments has no system", "GPC-APT-210", Spoil.Each("identifier", Spoil.Remove("system")), "GPC-APT-189", "GPC-APT-202"),
        Of("371", "Appointments have supporting information", "GPC-APT-202", Spoil.Add("supportingInformation", "start", () =>
            new JsonArray(FhirJson.Reference("DocumentReference/1"))), "GPC-APT-189"),
    ];

    private static IEnumerable<Defect> Times() =>
    [
        Of("381", "Appointments do not say when they were made", "GPC-APT-203", Spoil.Remove("created"), "GPC-APT-046", "GPC-APT-148", "GPC-APT-184"),
        Of("382", "created is later with each version", "GPC-APT-203", appointment =>
        {
            if (appointment["created"] is { } created)
            {
                var version = int.Parse(appointment["meta"]!["versionId"]!.GetValue<string>(), CultureInfo.InvariantCulture);
                appointment["created"] = Spoil.Moved(created, TimeSpan.FromMinutes(version));
            }
        }, "GPC-APT-184", "GPC-APT-205", "GPC-APT-148"),
        In(ReadAnAppointment.Interaction, "383", "A read gives times in UTC", "GPC-APT-214", Spoil.Times(["start", "end", "created"], Spoil.InUtc), "GPC-APT-045"),
        In(ReadAnAppointment.Interaction, "384", "A read gives times in the offset of the other half of the year", "GPC-APT-214",
            Spoil.Times(["start", "end"], Spoil.InTheOtherOffset), "GPC-APT-045"),
        In(RetrieveAPatientsAppointments.Interaction, "385", "A retrieval gives times in UTC", "GPC-APT-238",
            Spoil.Times(["start", "end", "created"], Spoil.InUtc), "GPC-APT-045"),
        In(RetrieveAPatientsAppointments.Interaction, "386", "A retrieval gives times in the offset of the other half of the year", "GPC-APT-238",
            Spoil.Times(["start", "end"], Spoil.InTheOtherOffset), "GPC-APT-045"),
        In(ReadAnAppointment.Interaction, "387", "A read leaves out the comment", "GPC-APT-186", Spoil.Remove("comment"), "GPC-APT-046", "GPC-APT-177", "GPC-APT-240", "GPC-APT-254"),
        In(ReadAnAppointment.Interaction, "388", "A read gives the start an hour later", "GPC-APT-186", appointment =>
            appointment["start"] = Spoil.Moved(appointment["start"]!, TimeSpan.FromHours(-1)), "GPC-APT-193", "GPC-APT-205", "GPC-APT-240"),
        In(RetrieveAPatientsAppointments.Interaction, "389", "A retrieval gives the version as booked", "GPC-APT-240", appointment =>
            appointment["meta"]!["versionId"] = "1", "GPC-APT-282"),
        In(RetrieveAPatientsAppointments.Interaction, "390", "A retrieval leaves out the comment", "GPC-APT-240", Spoil.Remove("comment"),
            "GPC-APT-177", "GPC-APT-046", "GPC-APT-186"),
        In(RetrieveAPatientsAppointments.Interaction, "391", "A retrieval leaves out the booking organisation", "GPC-APT-047", appointment =>
        {
            appointment.Remove("contained");
            Without(AppointmentExtensions.BookingOrganisationUrl)(appointment);
        }, "GPC-APT-197", "GPC-APT-240", "GPC-APT-188"),
        In(AmendAnAppointment.Interaction, "392", "The answer to an amendment leaves out the booking organisation", "GPC-APT-205", appointment =>
        {
            appointment.Remove("contained");
            Without(AppointmentExtensions.BookingOrganisationUrl)(appointment);
        }, "GPC-APT-047", "GPC-APT-197", "GPC-APT-188", "GPC-APT-252"),
        In(CancelAnAppointment.Interaction, "393", "The answer to a cancellation leaves out the slots but one", "GPC-APT-205", appointment =>
            appointment["slot"] = new JsonArray(FhirJson.Reference("Slot/another")), "GPC-APT-272", "GPC-APT-192"),
    ];

    private static Defect Of(string number, string title, string requirement, Action<JsonObject> spoil, params string[] alsoBreaks) =>
        new("GPD-APT-" + number, title, requirement)
        {
            AlsoBreaks = alsoBreaks,
            OnResponse = Spoil.Successes(Spoil.Resources("Appointment", spoil)),
        };

    private static Defect In(Interaction interaction, string number, string title, string requirement, Action<JsonObject> spoil, params string[] alsoBreaks) =>
        new("GPD-APT-" + number, title, requirement)
        {
            AlsoBreaks = alsoBreaks,
            OnResponse = Spoil.Answers(interaction, Spoil.Resources("Appointment", spoil)),
        };

    private static Action<JsonObject> WithoutParticipant(string type) => appointment =>
    {
        var participants = appointment["participant"]!.AsArray();
        foreach (var participant in participants.Where(it => it!["actor"]!["reference"]!.GetValue<string>().StartsWith(type, StringComparison.Ordinal)).ToList())
        {
            participants.Remove(participant);
        }
    };

    private static JsonObject Find(JsonObject appointment, string url) => Spoil.Extensions(appointment, url).First();

    private static Action<JsonObject> Without(string url) => appointment =>
    {
        foreach (var extension in Spoil.Extensions(appointment, url).ToList())
        {
            appointment["extension"]!.AsArray().Remove(extension);
        }
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
