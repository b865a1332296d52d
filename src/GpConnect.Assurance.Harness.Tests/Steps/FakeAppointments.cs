using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>The appointment book of the fake provider: three slots each day, some for urgent care only, one a day of which an organisation may have one.</summary>
internal sealed class FakeAppointments
{
    public const string Limited = "Limited appointment";
    public const string UrgentCare = "Urgent care appointment";
    public const string VisitId = "visit-1";
    private const string Profiles = "https://fhir.nhs.uk/STU3/StructureDefinition/";

    private readonly Lock _access = new();
    private readonly Dictionary<string, JsonObject> _made = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _slots = [];

    public FakeAppointments()
    {
        var today = UkTime.Today(TimeProvider.System);
        for (var day = 1; day <= 13; day++)
        {
            for (var number = 0; number < 3; number++)
            {
                Add(UkTime.At(today.AddDays(day), new TimeOnly(9, number * 10)), "Routine appointment");
            }

            Add(UkTime.At(today.AddDays(day), new TimeOnly(12, 0)), UrgentCare);
            Add(UkTime.At(today.AddDays(day), new TimeOnly(14, 0)), Limited);
        }

        _made[VisitId] = Parse($$"""
            { "resourceType": "Appointment", "id": "{{VisitId}}", "meta": { "versionId": "1" }, "status": "booked", "description": "Visit",
              "start": "2099-01-05T09:00:00+00:00", "end": "2099-01-05T09:10:00+00:00",
              "participant": [{ "actor": { "reference": "Patient/{{FakeProvider.PatientId}}" }, "status": "accepted" }, { "actor": { "reference": "Location/loc-1" }, "status": "accepted" }] }
            """);
    }

    /// <param name="request">The request.</param>
    /// <param name="path">Its path below the service root, in parts.</param>
    /// <returns>Null where the request is not about appointments.</returns>
    public FakeResponse? Answer(FakeRequest request, string[] path)
    {
        lock (_access)
        {
            return (request.Method, path) switch
            {
                ("GET", ["", "Slot"]) => new FakeResponse(200, FakeResources.Bundle([.. Found(request)]), request.IsInXml),
                ("POST", ["", "Appointment"]) => Book(request),
                ("GET", ["", "Appointment", var id]) when _made.TryGetValue(id, out var appointment) => Told(request, 200, appointment),
                ("PUT", ["", "Appointment", var id]) when _made.ContainsKey(id) => Change(request, id),
                ("GET", ["", "Patient", FakeProvider.PatientId, "Appointment"]) => new FakeResponse(200, FakeResources.Bundle([.. Retrieved(request)]), request.IsInXml),
                (_, ["", "Slot" or "Appointment", ..]) or (_, ["", "Patient", _, "Appointment"]) => Refusal(request, 404, "NO_RECORD_FOUND"),
                _ => null,
            };
        }
    }

    private void Add(DateTimeOffset start, string serviceType) => _slots.Add(Parse($$"""
        { "resourceType": "Slot", "id": "slot-{{_slots.Count}}", "meta": { "versionId": "1" },
          "extension": [{ "url": "{{Profiles}}Extension-GPConnect-DeliveryChannel-2", "valueCode": "In-person" }],
          "serviceType": [{ "text": "{{serviceType}}" }], "schedule": { "reference": "Schedule/sched-1" }, "status": "free",
          "start": "{{UkTime.Text(start)}}", "end": "{{UkTime.Text(start.AddMinutes(10))}}" }
        """));

    private List<JsonObject> Found(FakeRequest request)
    {
        var (from, to) = (Bound(request.Parameter("start"), 0), Bound(request.Parameter("end"), 1));
        var slots = _slots
            .Where(slot => DateTimeOffset.Parse(Text(slot["start"])) >= from && DateTimeOffset.Parse(Text(slot["end"])) <= to && !IsTaken(Text(slot["id"])))
            .Where(slot => Text(slot["serviceType"]![0]!["text"]) switch
            {
                UrgentCare => request.Query.Contains("urgent-care", StringComparison.Ordinal),
                Limited => !_made.Values.Any(appointment => Text(appointment["status"]) == "booked" && appointment["serviceType"]?[0]?["text"]?.ToString() == Limited),
                _ => true,
            })
            .Select(slot => slot.DeepClone().AsObject()).ToList();
        if (slots.Count == 0)
        {
            return slots;
        }

        slots.Add(Parse("""
            { "resourceType": "Schedule", "id": "sched-1", "meta": { "versionId": "1" }, "serviceCategory": { "text": "Morning surgery" },
              "actor": [{ "reference": "Location/loc-1" }, { "reference": "Practitioner/prac-1" }] }
            """));
        Include("Practitioner", FakeResources.Practitioner());
        Include("Location", FakeResources.Location());
        slots.Add(FakeResources.Organization());
        return slots;

        void Include(string type, JsonObject resource)
        {
            if (Uri.UnescapeDataString(request.Query).Contains($"Schedule:actor:{type}", StringComparison.Ordinal))
            {
                slots.Add(resource);
            }
        }
    }

    private FakeResponse Book(FakeRequest request)
    {
        if (request.Resource() is not { } sent || sent["slot"] is null)
        {
            return Refusal(request, 422, "INVALID_RESOURCE");
        }

        var taken = sent["slot"]!.AsArray().Select(slot => Text(slot!["reference"]).Split('/')[1]).ToList();
        if (_slots.Find(slot => Text(slot["id"]) == taken[0]) is not { } first)
        {
            return Refusal(request, 422, "REFERENCE_NOT_FOUND");
        }

        var limitReached = Text(first["serviceType"]![0]!["text"]) == Limited
            && _made.Values.Any(appointment => Text(appointment["status"]) == "booked" && appointment["serviceType"]?[0]?["text"]?.ToString() == Limited);
        if (limitReached || taken.Exists(IsTaken))
        {
            return limitReached ? Refusal(request, 422, "INVALID_RESOURCE") : Refusal(request, 409, "DUPLICATE_REJECTED");
        }

        var made = sent.DeepClone().AsObject();
        made["id"] = $"app-{_made.Count}";
        made["meta"]!["versionId"] = "1";
        made["serviceType"] = first["serviceType"]!.DeepClone();
        made["serviceCategory"] = Parse("""{ "text": "Morning surgery" }""");
        made["extension"]!.AsArray().Add(first["extension"]![0]!.DeepClone());
        _made[Text(made["id"])] = made;
        var response = Told(request, 201, made);
        response.Headers["Location"] = $"http://{request.Header("Host")}{request.Path}/{Text(made["id"])}/_history/1";
        return response;
    }

    private FakeResponse Change(FakeRequest request, string id)
    {
        var changed = request.Resource()!;
        changed["meta"]!["versionId"] = $"{int.Parse(Text(_made[id]["meta"]!["versionId"])) + 1}";
        _made[id] = changed;
        return Told(request, 200, changed);
    }

    private IEnumerable<JsonObject> Retrieved(FakeRequest request)
    {
        if (request.Query.Length == 0)
        {
            return [];
        }

        var bounds = request.Query.Split('&').Select(pair => Uri.UnescapeDataString(pair)[^10..]).ToList();
        return _made.Values
            .Where(appointment => string.CompareOrdinal(Text(appointment["start"])[..10], bounds[0]) >= 0 && string.CompareOrdinal(Text(appointment["start"])[..10], bounds[1]) <= 0)
            .Select(appointment => appointment.DeepClone().AsObject());
    }

    private bool IsTaken(string slot) => _made.Values
        .Where(appointment => Text(appointment["status"]) == "booked")
        .SelectMany(appointment => appointment["slot"] as JsonArray ?? [])
        .Any(taken => Text(taken!["reference"]) == $"Slot/{slot}");

    private static DateTimeOffset Bound(string? value, int days) => value?[2..] switch
    {
        null => DateTimeOffset.MinValue,
        { Length: 10 } day => UkTime.At(DateOnly.Parse(day).AddDays(days), TimeOnly.MinValue),
        var time => DateTimeOffset.Parse(time),
    };

    private static FakeResponse Told(FakeRequest request, int status, JsonObject appointment)
    {
        var response = new FakeResponse(status, appointment.DeepClone().AsObject(), request.IsInXml);
        response.Headers["ETag"] = $"W/\"{Text(appointment["meta"]!["versionId"])}\"";
        return response;
    }

    private static FakeResponse Refusal(FakeRequest request, int status, string code) =>
        new(status, FakeResources.OperationOutcome(code, "refused as before"), request.IsInXml);

    private static string Text(JsonNode? value) => value!.GetValue<string>();

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
