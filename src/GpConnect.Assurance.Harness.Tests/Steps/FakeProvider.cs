using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.TestData;
using GpConnect.Assurance.Harness.Tests.Client;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A practice with one patient that answers rightly as far as steps can see it, and whose answers a test may spoil.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string NhsNumber = "9000000009";
    public const string PatientId = "pat-1";
    public const string SensitiveId = "pat-2";
    public const string UnregisteredNumber = "9000000033";
    private const string Root = "/GP0001/STU3/1/gpconnect";

    private static readonly Dictionary<string, string> Unregistered = new()
    {
        ["family"] = "Newcomer",
        ["given"] = "Ned",
        ["birthDate"] = "1990-06-15",
        ["gender"] = "male",
    };

    private readonly HostileServer _server;
    private readonly ConcurrentDictionary<string, JsonObject> _registered = new();
    private readonly FakeAppointments _appointments = new();
    private readonly Action<FakeRequest, FakeResponse> _spoil;

    /// <param name="spoil">Alters an answer before it is sent.</param>
    public FakeProvider(Action<FakeRequest, FakeResponse>? spoil = null)
    {
        _spoil = spoil ?? ((_, _) => { });
        _server = new HostileServer(ServeAsync);
        Settings = new TargetSettings
        {
            Roots = new ServiceRoots { Foundations = _server.Url + Root },
            OdsCode = "GP0001",
            TestData = new TestDataMap
            {
                Patients = new Dictionary<string, TestPatient>
                {
                    ["registered"] = new(NhsNumber) { Expected = new Dictionary<string, string> { ["family"] = "Sample", ["birthDate"] = "1980-02-29" } },
                    ["unknown"] = new("9000000017"),
                    ["sensitive"] = new("9000000025") { Expected = new Dictionary<string, string> { ["id"] = SensitiveId, ["family"] = "Secretly" } },
                    ["nothing-known"] = new(NhsNumber),
                    ["unregistered-1"] = new(NhsNumber) { Expected = Unregistered },
                    ["unregistered-2"] = new(UnregisteredNumber) { Expected = Unregistered },
                    ["lapsed-1"] = new("9000000041") { Expected = Unregistered },
                },
                Practitioners = new Dictionary<string, TestPractitioner>
                {
                    ["gp"] = new("G001") { Expected = new Dictionary<string, string> { ["family"] = "Healer" } },
                    ["unknown"] = new("G999"),
                },
                Organizations = new Dictionary<string, TestOrganization>
                {
                    ["practice"] = new("GP0001") { Expected = new Dictionary<string, string> { ["name"] = "Sample Practice" } },
                    ["nothing-known"] = new("GP0001"),
                },
                Locations = new Dictionary<string, TestLocation>
                {
                    ["main"] = new("loc-1") { Expected = new Dictionary<string, string> { ["name"] = "Sample Surgery" } },
                },
                Slots = new Dictionary<string, TestSlot>
                {
                    ["type-restricted"] = new(FakeAppointments.UrgentCare) { Expected = new Dictionary<string, string> { ["organizationType"] = "urgent-care" } },
                    ["unmarked"] = new("Unmarked")
                    {
                        Expected = new Dictionary<string, string> { ["id"] = "slot-99", ["start"] = "2030-01-07T09:00:00+00:00", ["end"] = "2030-01-07T09:10:00+00:00", ["location"] = "loc-1" },
                    },
                    ["limited"] = new(FakeAppointments.Limited) { Expected = new Dictionary<string, string> { ["limit"] = "1" } },
                },
                Appointments = new Dictionary<string, TestAppointment> { ["visit"] = new(FakeAppointments.VisitId) },
                Practices = new Dictionary<string, TestPractice> { ["appointments-off"] = new(_server.Url + "/GP0002/STU3/1/gpconnect") { Asid = "200000000099" } },
            },
        };
    }

    public TargetSettings Settings { get; }

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<FakeRequest> Requests { get; } = [];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(ServerConnection connection)
    {
        while (await connection.ReadRequestAsync() is { } raw)
        {
            var request = new FakeRequest(raw);
            Requests.Enqueue(request);
            var response = Answer(request);
            _spoil(request, response);
            await connection.WriteAsync(response.Encode());
            if (response.IsUnframed)
            {
                return;
            }
        }
    }

    private FakeResponse Answer(FakeRequest request)
    {
        var response = request.Path[(request.Path.IndexOf(Root, StringComparison.Ordinal) + Root.Length)..].Split('/') switch
        {
            _ when string.IsNullOrEmpty(request.Header("Ssp-TraceID")) => Refusal(request, 400, "BAD_REQUEST", "Ssp-TraceID is missing"),
            _ when (request.Parameter("_format") ?? request.Header("Accept")) == "application/pdf" => Refusal(request, 415, "UNSUPPORTED_MEDIA_TYPE", "application/pdf"),
            var path when _appointments.Answer(request, path) is { } answer => answer,
            ["", "metadata"] => Ok(request, FakeResources.CapabilityStatement()),
            ["", "Patient"] => Search(request),
            ["", "Patient", "$gpc.registerpatient"] => Register(request),
            ["", "Patient", var id] when _registered.TryGetValue(id, out var registered) => Read(request, registered),
            ["", "Practitioner"] => Ok(request, FakeResources.Bundle([.. Matching(request, "G001", FakeResources.Practitioner())])),
            ["", "Practitioner", "prac-1"] => Read(request, FakeResources.Practitioner()),
            ["", "Organization"] => Ok(request, FakeResources.Bundle([.. Matching(request, "GP0001", FakeResources.Organization())])),
            ["", "Patient", PatientId] => Read(request, FakeResources.Patient()),
            ["", "Organization", "org-1"] => Read(request, FakeResources.Organization()),
            ["", "Location", "loc-1"] => Read(request, FakeResources.Location()),
            _ => Refusal(request, 404, "PATIENT_NOT_FOUND", "nobody has this id"),
        };
        return response;
    }

    private FakeResponse Search(FakeRequest request)
    {
        var number = request.Parameter("identifier")?.Split('|').Last();
        return number switch
        {
            NhsNumber => Ok(request, FakeResources.Bundle(FakeResources.Patient())),
            { Length: 10 } => Ok(request, FakeResources.Bundle([.. _registered.Values
                .Where(patient => patient["identifier"]![0]!["value"]!.GetValue<string>() == number).Select(patient => patient.DeepClone().AsObject())])),
            _ => Refusal(request, 400, "INVALID_NHS_NUMBER", "not an NHS number"),
        };
    }

    private static IEnumerable<JsonObject> Matching(FakeRequest request, string value, JsonObject resource) =>
        request.Parameter("identifier")?.Split('|').Last() == value ? [resource] : [];

    /// <summary>Registers whoever is not registered and has a name.</summary>
    private FakeResponse Register(FakeRequest request)
    {
        if (request.Resource() is not { } body || body["parameter"]?[0]?["resource"] is not JsonObject sent || sent["name"] is null)
        {
            return Refusal(request, 422, "INVALID_RESOURCE", "name is missing");
        }

        var number = sent["identifier"]![0]!["value"]!.GetValue<string>();
        if (number == NhsNumber)
        {
            return Refusal(request, 409, "DUPLICATE_REJECTED", "registered already");
        }

        var patient = FakeResources.Registered(sent);
        _registered[patient["id"]!.GetValue<string>()] = patient;
        return Ok(request, FakeResources.Bundle(patient.DeepClone().AsObject()));
    }

    private static FakeResponse Read(FakeRequest request, JsonObject resource)
    {
        var response = request.Header("If-None-Match") == "W/\"3\"" ? new FakeResponse(304, null, false) : Ok(request, resource.DeepClone().AsObject());
        response.Headers["ETag"] = "W/\"3\"";
        return response;
    }

    private static FakeResponse Ok(FakeRequest request, JsonObject resource) => new(200, resource, request.IsInXml);

    private static FakeResponse Refusal(FakeRequest request, int status, string code, string diagnostics) =>
        new(status, FakeResources.OperationOutcome(code, diagnostics), request.IsInXml);
}
