using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A right and a wrong answer for every Then step about appointments.</summary>
internal static class AppointmentThenCases
{
    private const string Find = "Given a consumer\nWhen it searches for free slots";
    private const string Book = "Given a consumer\nWhen it books the appointment";
    private const string Held = "Given a consumer\nAnd a free slot is held";
    private const string Booked = "Given a consumer\nAnd an appointment is booked";
    private const string Amend = $"{Booked}\nWhen it amends the appointment";
    private const string Cancel = $"{Booked}\nWhen it cancels the appointment";
    private const string Read = $"{Booked}\nWhen it reads the appointment";
    private const string Retrieve = $"{Booked}\nWhen it retrieves the patient's appointments";

    public static IReadOnlyList<ThenCase> All { get; } =
    [
        // Searches.
        new(Find, "the response is 200 with free slots", Slots(slot => slot["status"] = "busy")),
        new(Find, "the response is 200 with free slots", Slots(slot => slot["start"] = "2020-01-01T09:00:00+00:00")),
        new(Find, "the response is 200 with free slots", Slots(slot => slot["end"] = "2099-01-01T09:00:00+00:00")),
        new(Find, "the response is 200 with free slots or none", On("GET", "/Slot", response => response.Resource!["type"] = "collection")),
        new(Find, "the Bundle holds just what belongs to its slots", Entries("Schedule", entries => entries.Clear())),
        new(Find, "the Bundle holds just what belongs to its slots", Entries("Practitioner", entries => entries[0]["id"] = "prac-2")),
        new(Find, "the Bundle holds just what belongs to its slots", Entries("Location", entries => entries.Clear())),
        new(Find, "the Bundle holds just what belongs to its slots", Entries("Organization", entries => entries.Clear())),
        new(Find, "the Bundle holds just what belongs to its slots", Entries("Organization", entries => entries.Add(FakeResources.Organization()))),
        new($"{Find}\nWhen it sends the same request again", "the slots are the same as those found before", Second(entries => entries.RemoveAt(0))),
        new($"{Find}\nWhen it sends the same request again", "the slots are all those found before", Second(entries => entries.RemoveAt(0))),
        new($"{Find}\nWhen it sends the same request again", "the slots are among those found before", First(entries => entries.RemoveAt(0))),
        new(Find, $"no slot of \"type-restricted\" is offered", Slots(slot => slot["serviceType"]![0]!["text"] = FakeAppointments.UrgentCare)),
        new(WithFilter, $"a slot of \"type-restricted\" is offered", Slots(slot => slot["serviceType"]![0]!["text"] = "Routine")),
        new($"{Held}\nWhen it searches for free slots", "the slot held is offered", On("GET", "/Slot", response => response.Resource = FakeResources.Bundle(), from: 2)),
        new($"{Held}\n{Days("{slot.day+1}", "{slot.day+1}")}", "the slot held is not offered", On("GET", "/Slot", response => response.Status = 500, from: 2)),
        new(Find, "of 3 generated windows each gives just the slots that lie in it", On("GET", "/Slot", response => response.Resource = FakeResources.Bundle(), from: 3)),
        new(Find, "of 2 generated filters none takes a slot away", On("GET", "/Slot", response => response.Resource = FakeResources.Bundle(), from: 3)),

        // Bookings.
        new(Book, "the response is 201 with the Appointment that was booked", OnBooking(appointment => appointment["start"] = "2030-01-01T09:00:00+00:00")),
        new(Book, "the response is 201 with the Appointment that was booked", OnBooking(appointment => appointment["description"] = "Cut")),
        new(Book, "the response is 201 with the Appointment that was booked", OnBooking(appointment => appointment["contained"]![0]!["name"] = "Another")),
        new(Book, "the response is 201 with the Appointment that was booked", OnBooking(appointment => appointment["participant"]!.AsArray().RemoveAt(1))),
        new(Book, "the response is 201 with the Appointment that was booked", OnBooking(appointment => appointment["extension"]!.AsArray().RemoveAt(1))),
        new(Book, "the response is 201 with the Appointment that was booked", OnBooking(appointment => appointment["extension"]!.AsArray().RemoveAt(0))),
        new(Book, "the response is 201 with the Appointment that was booked", On("POST", "/Appointment", response => response.Status = 200)),
        new(Book, "the Location header names the Appointment and its version", On("POST", "/Appointment", response => response.Headers["Location"] = "/Appointment/1")),
        new(Book, "the slots are no longer offered", On("GET", "/Slot", Freed, from: 2)),
        new(Held + "\nWhen it searches for free slots", "the slots are still offered", On("GET", "/Slot", response => response.Resource = FakeResources.Bundle(), from: 3)),
        new("Given a consumer\nAnd the appointment takes 2 touching slots\nWhen it searches for free slots", "the earlier slot is still offered", On("GET", "/Slot", response => response.Resource = FakeResources.Bundle(), from: 3)),
        new($"{Held}\nAnd the Appointment sent lacks slot\nWhen it books the appointment", "nothing was booked for the patient \"registered\"", On("GET", "/Patient/pat-1/Appointment", BookedAllTheSame)),
        new("Given a consumer\nAnd a free slot is held\nWhen 3 consumers book the slot held at once", "one of them is answered 201 and each other 409 DUPLICATE_REJECTED", On("POST", "/Appointment", response => response.Status = 201)),
        new($"{Held}\nAnd the Appointment sent lacks slot\nWhen it books the appointment", "no Appointment returned is cancelled", On("POST", "/Appointment", response => response.Resource = new JsonObject { ["resourceType"] = "Appointment", ["status"] = "cancelled" })),
        new(Book, "what is returned holds the texts sent", OnBooking(appointment => appointment["comment"] = "Cut")),
        new("Given a consumer\nAnd as many slots of \"limited\" are booked as the organisation may\nWhen it searches for free slots", "no further slot of \"limited\" can be had", On("POST", "/Appointment", response => response.Status = 201, from: 2)),

        // Reads and retrievals.
        new(Read, "the response is 200 with the Appointment as it was", On("GET", "/Appointment/", response => response.Resource!["description"] = "Another")),
        new(Read, "the response is 200 with the Appointment as it was", On("GET", "/Appointment/", response => response.Resource!["id"] = "another")),
        new(Retrieve, "the response is 200 with appointments of the patient", OnRetrieval(appointment => appointment["participant"]![0]!["actor"]!["reference"] = "Patient/pat-2")),
        new(Retrieve, "the response is 200 with appointments of the patient or none", OnRetrieval(appointment => appointment["start"] = "2020-01-01T09:00:00+00:00")),
        new(Retrieve, "the response is 200 with appointments of the patient", On("GET", "/Patient/pat-1/Appointment", response => response.Resource = FakeResources.Bundle())),
        new(Retrieve, "the appointment is among them", OnRetrieval(appointment => appointment["comment"] = "Another")),
        new(Retrieve, "the appointment is among them", On("GET", "/Patient/pat-1/Appointment", response => response.Resource = FakeResources.Bundle())),
        new($"{Booked}\nWhen it retrieves the patient's appointments from \"{{slot.day+1}}\" to \"{{slot.day+2}}\"", "the appointment is not among them", On("GET", "/Patient/pat-1/Appointment", response => response.Status = 500)),
        new(Retrieve, "all appointments booked are among them", On("GET", "/Patient/pat-1/Appointment", response => response.Resource = FakeResources.Bundle())),
        new("Given a consumer\nAnd the appointment \"visit\"\nWhen it reads the appointment", "the Location of the visit is a stand-in", On("GET", "/Appointment/", response => response.Resource!["participant"]!.AsArray().RemoveAt(1))),

        new("Given a consumer\nWhen it retrieves the appointments of the patient with the id \"{unknown}\"", "the diagnostics speak of the past", On("GET", "/Appointment", Silenced)),

        // Changes.
        new(Amend, "the response is 200 with the Appointment as amended", OnChange(appointment => appointment["description"] = "Cut")),
        new(Amend, "the response is 200 with the Appointment as amended", OnChange(appointment => appointment["status"] = "cancelled")),
        new(Amend, "the response is 200 with the Appointment as amended", OnChange(appointment => appointment["meta"]!["versionId"] = "1")),
        new(Amend, "the response is 200 with the Appointment as amended", OnChange(appointment => appointment["created"] = "2020-01-01T09:00:00+00:00")),
        new(Cancel, "the response is 200 with the Appointment as cancelled", OnChange(appointment => appointment["status"] = "booked")),
        new(Cancel, "the response is 200 with the Appointment as cancelled", OnChange(appointment => appointment["extension"]!.AsArray().RemoveAt(2))),
        new(Cancel, "the response is 200 with the Appointment as cancelled", OnChange(appointment => appointment["comment"] = "Another")),
        new($"{Booked}\nWhen it reads the appointment with the id \"{{unknown}}\"", "the appointment is unchanged", On("GET", "/Appointment/app-", response => response.Resource!["comment"] = "Another")),
        new(Amend, "the appointment is then read and retrieved just so", On("GET", "/Appointment/", response => response.Resource!["comment"] = "Another", from: 2)),
        new(Amend, "the appointment is then read and retrieved just so", OnRetrieval(appointment => appointment["meta"]!["versionId"] = "1")),
        new("Given a consumer\nWhen it sends a request to book an appointment", "the request succeeds", On("POST", "/Appointment", response => response.Status = 200)),
    ];

    private static string WithFilter => Days("{today+1}", "{today+13}", "\n| searchFilter | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\\|urgent-care |");

    private static string Days(string from, string to, string more = "") => $$"""
        When it searches for free slots with:
        | parameter | value |
        | status | free |
        | start | ge{{from}} |
        | end | le{{to}} |
        | _include | Slot:schedule |
        """ + more;

    private static void Silenced(FakeResponse response)
    {
        if (response.Resource!["issue"]?[0] is JsonObject issue)
        {
            issue["diagnostics"] = "no";
        }
    }

    private static void Freed(FakeResponse response)
    {
        var again = new FakeAppointments().Answer(new FakeRequest($"GET /Slot?start=ge2000-01-01&end=le2100-01-01 HTTP/1.1\r\n\r\n"), ["", "Slot"])!;
        response.Resource = again.Resource;
    }

    private static void BookedAllTheSame(FakeResponse response)
    {
        var slots = Enumerable.Range(0, 100).Select(number => new JsonObject { ["reference"] = $"Slot/slot-{number}" }).ToArray<JsonNode>();
        response.Resource = FakeResources.Bundle(new JsonObject { ["resourceType"] = "Appointment", ["id"] = "secret", ["status"] = "booked", ["slot"] = new JsonArray(slots) });
    }

    private static Action<FakeRequest, FakeResponse> OnBooking(Action<JsonObject> spoil) => On("POST", "/Appointment", response => spoil(response.Resource!));

    private static Action<FakeRequest, FakeResponse> OnChange(Action<JsonObject> spoil) => On("PUT", "/Appointment/", response => spoil(response.Resource!));

    private static Action<FakeRequest, FakeResponse> OnRetrieval(Action<JsonObject> spoil) => On("GET", "/Patient/pat-1/Appointment", response =>
    {
        foreach (var entry in response.Resource!["entry"] as JsonArray ?? [])
        {
            if (entry!["resource"]!["slot"] is not null)
            {
                spoil(entry["resource"]!.AsObject());
            }
        }
    });

    private static Action<FakeRequest, FakeResponse> Slots(Action<JsonObject> spoil) => Entries("Slot", slots => slots.ForEach(spoil));

    private static Action<FakeRequest, FakeResponse> Entries(string type, Action<List<JsonObject>> spoil) => On("GET", "/Slot", response => Change(response, type, spoil));

    private static Action<FakeRequest, FakeResponse> First(Action<List<JsonObject>> spoil)
    {
        var count = 0;
        return (request, response) =>
        {
            if (IsTo(request, "GET", "/Slot") && ++count == 1)
            {
                Change(response, "Slot", spoil);
            }
        };
    }

    private static Action<FakeRequest, FakeResponse> Second(Action<List<JsonObject>> spoil) => On("GET", "/Slot", response => Change(response, "Slot", spoil), from: 2);

    private static void Change(FakeResponse response, string type, Action<List<JsonObject>> spoil)
    {
        var resources = (response.Resource!["entry"] as JsonArray ?? []).Select(entry => entry!["resource"]!.DeepClone().AsObject()).ToList();
        var chosen = resources.Where(resource => resource["resourceType"]!.GetValue<string>() == type).ToList();
        var others = resources.Except(chosen).ToList();
        spoil(chosen);
        response.Resource = FakeResources.Bundle([.. chosen, .. others]);
    }

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Part of the path.</param>
    /// <param name="spoil">What to do to the responses.</param>
    /// <param name="from">The first of these requests that is spoilt, from 1.</param>
    private static Action<FakeRequest, FakeResponse> On(string method, string path, Action<FakeResponse> spoil, int from = 1)
    {
        var count = 0;
        return (request, response) =>
        {
            if (IsTo(request, method, path) && Interlocked.Increment(ref count) >= from)
            {
                spoil(response);
            }
        };
    }

    private static bool IsTo(FakeRequest request, string method, string path) => request.Method == method && request.Path.Contains(path, StringComparison.Ordinal);
}
