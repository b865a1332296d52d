using System.Text;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A right and a wrong answer for every Then step that there is.</summary>
internal static class ThenCases
{
    private const string Metadata = "Given a consumer\nWhen it asks for the capability statement";
    private const string Search = "Given a consumer\nWhen it searches for the patient \"registered\" by NHS number";
    private const string EmptySearch = "Given a consumer\nWhen it searches for the patient \"unknown\" by NHS number";
    private const string Read = "Given a consumer\nWhen it reads the patient \"registered\"";
    private const string ReadNobody = "Given a consumer\nWhen it reads a patient with an id that does not exist";
    private const string ReadSensitive = "Given a consumer\nWhen it reads the patient \"sensitive\" by the id in the test data";
    private const string FindPractitioner = "Given a consumer\nWhen it searches for the practitioner \"gp\" by SDS user id";
    private const string FindOrganisation = "Given a consumer\nWhen it searches for the organisation \"practice\" by ODS code";
    private const string Register = "When it registers an unregistered patient";
    private const string FullRegistration = "Given the registration holds every field that is allowed\nWhen it registers an unregistered patient";
    private const string Refused = "Given a consumer\nAnd the request's Ssp-TraceID header is missing\nWhen it asks for the capability statement";

    public static IReadOnlyList<ThenCase> All { get; } =
    [
        // Status, headers, body.
        new(Metadata, "the response is 200", Always(response => response.Status = 201)),
        new(Metadata, "the response is 200 with a CapabilityStatement", Always(response => response.Resource!["resourceType"] = "Conformance")),
        new("Given a consumer\nWhen it asks for the capability statement 3 times", "each response is 200 with a CapabilityStatement", OnRequest(2, response => response.Status = 503)),
        new(Metadata, "the response's Cache-Control header is \"no-store\"", Header("Cache-Control", "private")),
        new(Metadata, "the response's Content-Type header matches \"^[^ ]+$\"", Header("Content-Type", "application/fhir+json; charset=utf-8")),
        new(Metadata, "the response has no Content-Encoding header", Header("Content-Encoding", "identity")),
        new("Given a consumer asking in XML\nWhen it asks for the capability statement", "the response is in XML", Always(response => response.IsXml = false)),
        new("Given a consumer asking in JSON\nWhen it asks for the capability statement", "the response is in JSON", Header("Content-Type", "text/html")),
        new(Metadata, "the body is UTF-8", Always(response => response.Body = Encoding.Latin1.GetBytes("{\"resourceType\":\"CapabilityStatement\",\"name\":\"é\"}"))),
        new(Metadata, "the response is not to be stored", Header("Cache-Control", "no-cache")),
        new(Metadata, "the response is compressed with gzip, unless it is small", Header("Content-Encoding", "x-none")),
        new(Metadata, "the response is compressed with gzip, unless it is small", Always(response => response.Resource!["description"] = new string('x', 3000))),
        new(Metadata, "the response says how long its body is", Always(response => response.IsUnframed = true)),
        new(Metadata, "the response's Date is within 60 seconds of this machine's clock", Header("Date", "Sat, 01 Jan 2000 00:00:00 GMT")),
        new(Metadata, "the response's Date is within 90 seconds of this machine's clock", Header("Date", "2026-01-01T00:00:00Z")),
        new(Metadata, "Strict-Transport-Security is sent over HTTPS and not in clear text", Header("Strict-Transport-Security", "max-age=1")),
        new(Metadata, "the response comes within 300 ms", Always(_ => Thread.Sleep(400))),

        // Errors and readings.
        new(Refused, "the response is the error 400 BAD_REQUEST", Always(response => response.Status = 422)),
        new(ReadNobody, "the response is the error 404 PATIENT_NOT_FOUND", Coding("code", "NO_RECORD_FOUND")),
        new(Refused, "the diagnostics name \"ssp-traceid\"", Issue("diagnostics", "a header is missing")),
        new(Refused, "the diagnostics name \"ssp-traceid\"", Issues(issue => issue.Remove("diagnostics"))),
        new("Given a consumer\nAnd the registration's Patient lacks name\nWhen it registers an unregistered patient", "the diagnostics name \"name\"", Issue("diagnostics", "a field is missing")),
        new(Refused, "the response has diagnostics", Issues(issue => issue.Remove("diagnostics"))),
        new(ReadSensitive, "the diagnostics tell nothing of the patient \"sensitive\"", Issue("diagnostics", "Mrs Secretly must not be seen")),
        new(ReadSensitive, "the diagnostics tell nothing of the patient \"sensitive\"", Issue("diagnostics", "born 1950-01-01")),
        new(ReadNobody, """
            the response is one of:
              | status | body              |
              | 404    | PATIENT_NOT_FOUND |
              | 400    | BAD_REQUEST       |
            """, Always(response => response.Status = 200)),

        // Bundles.
        new(Search, "the response is 200 with a searchset Bundle of 1 Patient", Always(response => response.Resource = FakeResources.Bundle())),
        new(Search, "the response is 200 with a searchset Bundle of 1 Patient", Always(response => response.Resource!["type"] = "collection")),
        new(EmptySearch, "the response is 200 with an empty searchset Bundle", Always(response => response.Resource = FakeResources.Bundle(FakeResources.Patient()))),
        new(EmptySearch, "the response is 200 with an empty searchset Bundle", Always(response => response.Resource!["total"] = 1)),
        new(EmptySearch, "the response is 200 with an empty searchset Bundle", Always(response => response.Status = 404)),
        new(EmptySearch, "no Patient is returned", Always(response => response.Resource = FakeResources.Bundle(FakeResources.Patient()))),
        new(Search, "each Patient has the NHS number of the patient \"registered\"", Patient(patient => patient["identifier"]![0]!["value"] = "9000000017")),
        new(Search, "each Patient has the NHS number of the patient \"registered\"", Always(response => response.Resource = FakeResources.Bundle())),
        new(Search, "no Patient but \"registered\" is returned", Patient(patient => patient.Remove("identifier"))),

        // Resources.
        new(Search, "every resource conforms to its GP Connect profile", Patient(patient => patient.Remove("name"))),
        new(Search, "every resource conforms to its GP Connect profile", Patient(patient => patient.Remove("meta"))),
        new(Search, """
            in each Patient:
              | FHIRPath                    | is   |
              | name.family                 | Sample |
            """, Patient(patient => patient["name"]![0]!["family"] = "Simple")),
        new(Search, """
            each Patient keeps the rules of:
              | requirement |
              | GPC-FND-046 |
            """, Patient(patient => patient.Remove("birthDate"))),
        new(Search, """
            each Bundle keeps the rules of:
              | requirement |
              | GPC-FND-039 |
            """, Always(response => response.Resource!["entry"]![0]!["fullUrl"] = "urn:uuid:1")),
        new(Metadata, """
            it is noted of each CapabilityStatement:
              | what    | FHIRPath |
              | version | version  |
            """, Always(response => response.Resource = FakeResources.Bundle())),
        new(Search, "each Patient holds what is known of the patient \"registered\"", Patient(patient => patient["birthDate"] = "1981-03-01")),
        new(Search, "each Patient holds what is known of the patient \"registered\"", Always(response => response.Resource = FakeResources.Bundle())),

        // References.
        new(Search, "every reference is relative, or absolute on the same server", Patient(Managing("https://elsewhere.example/Organization/org-1"))),
        new(Search, "every reference is relative, or absolute on the same server", Patient(WithoutReferences)),
        new(Search, "every reference can be read", Patient(Managing("Organization/org-2"))),
        new(Search, "each Patient's managing organisation is the practice that was asked", Patient(Managing("Organization/org-2"))),
        new(Search, "each Patient's managing organisation is the practice that was asked", Patient(Managing("Location/loc-1"))),
        new(Search, "each Patient's managing organisation is the practice that was asked", On("/Organization/", response => response.Resource!["identifier"]![0]!["value"] = "GP0002")),
        new(Search, "every profile declared is listed in the capability statement", On("/metadata", response => response.Resource!.Remove("profile"))),

        // Comparisons.
        new($"{Search}\nWhen it sends the same request again in XML", "the responses carry the same data", InXml(response => PatientOf(response)["gender"] = "male")),
        new($"{Search}\nWhen it sends the same request again", "the responses carry the same data", OnRequest(2, response => response.Status = 500)),
        new($"{Read}\nWhen it sends the same request again", "the ETag is the same as before", OnRequest(3, response => response.Headers["ETag"] = "W/\"4\"")),
        new(Read, "the Patient is the same as the one found", On("/Patient/", response => response.Resource!["gender"] = "male")),
        new(Read, "the Patient has the version of the one found", On("/Patient/", response => response.Resource!["meta"]!["versionId"] = "4")),

        // Interactions.
        new("Given a consumer\nWhen it sends a request to read metadata", "the request succeeds", Always(response => response.Status = 400)),
        new("Given a consumer\nWhen it sends a request to find a patient", "the request succeeds", Always(response => response.Resource = FakeResources.Bundle())),
        new("Given a consumer\nWhen it sends a request to read a patient", "the request succeeds", On("/Patient/", response => response.Resource!.Remove("identifier"))),
        new("Given a consumer\nWhen it sends a request to find a practitioner", "the request succeeds", Always(response => response.Resource = FakeResources.Bundle())),
        new("Given a consumer\nWhen it sends a request to read a practitioner", "the request succeeds", On("/Practitioner/", response => response.Resource!.Remove("identifier"))),
        new("Given a consumer\nWhen it sends a request to read an organisation", "the request succeeds", On("/Organization/", response => response.Resource!["identifier"]![0]!["value"] = "GP0002")),
        new("Given a consumer\nWhen it sends a request to read a location", "the request succeeds", On("/Location/", response => response.Resource!["id"] = "loc-2")),
        new("Given a consumer\nWhen it sends a request to register a patient", "the request succeeds", On("$gpc.registerpatient", response => response.Status = 409)),
        new(Metadata, "the service root URL does not end with a slash", (_, _) => { }) { Target = target => target with { Roots = target.Roots with { FoundationsEndsWithSlash = true } } },
        new(Metadata, "XML is listed exactly when a request in XML succeeds", Always(response => response.Resource!["format"] = new JsonArray("application/fhir+json"))),
        new(Metadata, "XML is listed exactly when a request in XML succeeds", InXml(response => response.IsXml = false)),
        new(Metadata, "the service root URL names the practice, STU3 and the major version of the capability statement", Always(response => response.Resource!["version"] = "2.0.0")),
        new(Metadata, "the service root URL is that of the practice and holds no more", (_, _) => { }) { Target = target => target with { Roots = target.Roots with { Foundations = $"{target.Roots.Foundations}/Patient" } } },
        new(Read, "the response is 200 with the Patient that was found", On("/Patient/", response => response.Resource!["id"] = "pat-9")),
        new(Read, "the ETag is the weak form of the Patient's version", On("/Patient/", response => response.Headers["ETag"] = "\"3\"")),
        new(Read, "the ETag is the weak form of the Patient's version", On("/Patient/", response => response.Headers["ETag"] = "W/\"2\"")),
        new(Read, "the ETag is the weak form of the Patient's version", On("/Patient/", response => response.Headers.Remove("ETag"))),
        new(Read, "the response's Content-Location, where there is one, names the resource read", On("/Patient/", response => response.Headers["Content-Location"] = "/Patient/pat-9")),

        // Staff, organisations and sites.
        new(FindPractitioner, "each Practitioner has the SDS user id of the practitioner \"gp\"", On("/Practitioner", response => PatientOf(response)["identifier"]![0]!["value"] = "G002")),
        new(FindPractitioner, "each Practitioner has the SDS user id of the practitioner \"gp\"", Always(response => response.Resource = FakeResources.Bundle())),
        new(FindPractitioner, "no Practitioner but \"gp\" is returned", On("/Practitioner", response => PatientOf(response).Remove("identifier"))),
        new(FindPractitioner, "each Practitioner holds what is known of the practitioner \"gp\"", On("/Practitioner", response => PatientOf(response)["name"]![0]!["family"] = "Doer")),
        new(FindPractitioner, """
            since version 1.6, each Practitioner keeps the rules of:
              | requirement |
              | GPC-FND-114 |
            """, On("/Practitioner", response => PatientOf(response)["name"]![0]!["text"] = "Dr Healer")),
        new("Given a consumer\nWhen it reads the practitioner \"gp\"", "the response is 200 with the Practitioner that was found", On("/Practitioner/", response => response.Resource!["id"] = "prac-2")),
        new(FindOrganisation, "each Organization has the ODS code of the organisation \"practice\"", On("/Organization", response => PatientOf(response)["identifier"]![0]!["value"] = "GP0002")),
        new(FindOrganisation, "no Organization but \"practice\" is returned", On("/Organization", response => PatientOf(response)["identifier"]![0]!["value"] = "GP0002")),
        new(FindOrganisation, "each Organization is the practice that was asked", Always(response => response.Resource = FakeResources.Bundle())),
        new("Given a consumer\nWhen it reads the location \"main\"", "the response is 200 with the Location that was asked for", On("/Location/", response => response.Resource!["id"] = "loc-2")),
        new("Given a consumer\nWhen it reads the location \"main\"", "each Location's managing organisation is the practice that was asked", On("/Location/", response => response.Resource!.Remove("managingOrganization"))),

        // Registrations.
        new(Register, "the Patient is the one registered", OnRegistration(patient => patient["birthDate"] = "1990-06-16")),
        new(Register, "the Patient is the one registered", OnRegistration(patient => patient["identifier"]![0]!["value"] = "9000000017")),
        new(Register, "the Patient is the one registered", Always(response => response.Resource = FakeResources.Bundle())),
        new(Register, "the Patient has the gender that is known of them", OnRegistration(patient => patient["gender"] = "unknown")),
        new(FullRegistration, "the Patient has the contact details and the language that were sent", OnRegistration(patient => patient.Remove("telecom"))),
        new(FullRegistration, "the Patient has the contact details and the language that were sent", OnRegistration(patient => patient["address"]!.AsArray().RemoveAt(1))),
        new(FullRegistration, "the Patient has the contact details and the language that were sent", OnRegistration(patient => patient.Remove("extension"))),
        new(Register, "a search then finds the patient once", OnRequest(4, response => response.Resource = FakeResources.Bundle())),
        new($"Given the registration's Patient lacks name\n{Register}", "a search then finds nobody", OnRequest(4, response => response.Resource = FakeResources.Bundle(Newcomer()))),
        new(Register, "a search and a read then give the Patient returned", OnRequest(4, response => response.Resource = FakeResources.Bundle())),
        new(Register, "a search and a read then give the Patient returned", OnRequest(5, response => response.Status = 404)),
        new(Register, "a search and a read then give the Patient returned", OnRegistration(patient => patient.Remove("id"))),

        .. AppointmentThenCases.All,
    ];

    private static JsonObject Newcomer()
    {
        var patient = FakeResources.Patient();
        patient["identifier"]![0]!["value"] = FakeProvider.UnregisteredNumber;
        return patient;
    }

    private static Action<FakeRequest, FakeResponse> OnRegistration(Action<JsonObject> spoil) => On("/Patient/$gpc.registerpatient", response => spoil(PatientOf(response)));

    private static Action<FakeRequest, FakeResponse> Always(Action<FakeResponse> spoil) => (_, response) => spoil(response);

    private static Action<FakeRequest, FakeResponse> On(string path, Action<FakeResponse> spoil) => (request, response) =>
    {
        if (request.Path.Contains(path, StringComparison.Ordinal))
        {
            spoil(response);
        }
    };

    private static Action<FakeRequest, FakeResponse> InXml(Action<FakeResponse> spoil) => (request, response) =>
    {
        if (request.IsInXml)
        {
            spoil(response);
        }
    };

    /// <param name="number">Which request of the scenario, from 1.</param>
    /// <param name="spoil">What to do to its response.</param>
    private static Action<FakeRequest, FakeResponse> OnRequest(int number, Action<FakeResponse> spoil)
    {
        var count = 0;
        return (_, response) =>
        {
            if (++count == number)
            {
                spoil(response);
            }
        };
    }

    private static Action<FakeRequest, FakeResponse> Header(string name, string value) => Always(response => response.Headers[name] = value);

    private static Action<FakeRequest, FakeResponse> Issue(string name, string value) => Issues(issue => issue[name] = value);

    private static Action<FakeRequest, FakeResponse> Coding(string name, string value) => Issues(issue => issue["details"]!["coding"]![0]![name] = value);

    private static Action<FakeRequest, FakeResponse> Issues(Action<JsonObject> spoil) => Always(response =>
    {
        if (response.Resource?["issue"]?[0] is JsonObject issue)
        {
            spoil(issue);
        }
    });

    private static Action<FakeRequest, FakeResponse> Patient(Action<JsonObject> spoil) => On("/Patient", response => spoil(PatientOf(response)));

    private static Action<JsonObject> Managing(string reference) => patient => patient["managingOrganization"]!["reference"] = reference;

    private static void WithoutReferences(JsonObject patient)
    {
        patient.Remove("managingOrganization");
        patient.Remove("extension");
    }

    private static JsonObject PatientOf(FakeResponse response) => response.Resource!["entry"]![0]!["resource"]!.AsObject();
}
