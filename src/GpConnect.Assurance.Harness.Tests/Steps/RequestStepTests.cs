using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Tests.Features;

namespace GpConnect.Assurance.Harness.Tests.Steps;

public sealed class RequestStepTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Register = "When it registers an unregistered patient";
    private const string Ask = "When it asks for the capability statement";

    private static readonly Dictionary<string, Func<FakeRequest, bool>> Cases = new()
    {
        [$"Given a consumer\n{Ask}"] = request => request.Method == "GET" && request.Header("Accept") == "application/fhir+json",
        [$"Given a consumer asking in XML\n{Ask}"] = request => request.Header("Accept") == "application/fhir+xml",
        [$"Given a consumer asking in XML by the _format parameter\n{Ask}"] = request => request.Header("Accept") == null && request.Parameter("_format") == "application/fhir+xml",
        [$"Given a consumer that names no format\n{Ask}"] = request => request.Header("Accept") == null && request.Query.Length == 0,
        [$"Given the request's Ssp-From header is missing\n{Ask}"] = request => request.Header("Ssp-From") == null && request.Header("Ssp-To") != null,
        [$"Given the request's Ssp-From header is empty\n{Ask}"] = request => request.Header("Ssp-From")!.Length == 0,
        [$"Given the request's Ssp-From header is \"200000000115\"\n{Ask}"] = request => request.Header("Ssp-From") == "200000000115",
        [$"Given the request's header names are in lower case\n{Ask}"] = request => request.HeaderNames.Contains("ssp-from") && !request.HeaderNames.Contains("Ssp-From") && request.Header("ssp-to")!.Length > 0,
        [$"Given the request's interaction ID is \"urn:x\"\n{Ask}"] = request => request.Header("Ssp-InteractionID") == "urn:x",
        [$"Given the request has the parameter made up with the value \"1 & 2\"\n{Ask}"] = request => request.Query == "made%20up=1%20%26%202",
        [$"Given the request's HTTP method is DELETE\n{Ask}"] = request => request.Method == "DELETE",
        [$"Given the request's path is \"/Basic/1\"\n{Ask}"] = request => request.Path.EndsWith("/STU3/1/gpconnect/Basic/1", StringComparison.Ordinal),
        [$"Given the token's claim sub is missing\n{Ask}"] = request => !request.Claims()!.ContainsKey("sub"),
        [$"Given the token's claim sub is null\n{Ask}"] = request => request.Claims()!.ContainsKey("sub") && request.Claims()!["sub"] is null,
        [$"Given the token's claim sub is empty\n{Ask}"] = request => request.Claims()!["sub"]!.GetValue<string>().Length == 0,
        [$"Given the token's claim requesting_device is empty\n{Ask}"] = request => request.Claims()!["requesting_device"]!.AsObject().Count == 0,
        [$"Given the token's claim requesting_practitioner.identifier[0].value is the JSON \"UNK\"\n{Ask}"] = request => request.Claims()!["requesting_practitioner"]!["identifier"]![0]!["value"]!.GetValue<string>() == "UNK",
        [$"Given the token's claim exp is written as a string\n{Ask}"] = request => Regex.IsMatch(Claim(request, "exp"), "^\"[0-9]+\"$"),
        [$"Given the token's claim exp is written as a date\n{Ask}"] = request => DateTime.Parse(Claim(request, "exp").Trim('"')) > DateTime.UtcNow,
        [$"Given the token's claim iat is written as a decimal\n{Ask}"] = request => Claim(request, "iat").EndsWith(".5", StringComparison.Ordinal),
        [$"Given the token expired 60 seconds ago\n{Ask}"] = request => FromNow(request, "exp") is < -55 and > -65 && Lifetime(request) == 300,
        [$"Given the token was issued 60 seconds in the future\n{Ask}"] = request => FromNow(request, "iat") is > 55 and < 65 && Lifetime(request) == 300,
        [$"Given the token expires 301 seconds after it was issued\n{Ask}"] = request => Lifetime(request) == 301,
        [$"Given the token lacks its last dot\n{Ask}"] = request => request.Header("Authorization")!.Count(c => c == '.') == 1,
        ["When it asks for the capability statement 2 times"] = request => request.Path.EndsWith("/metadata", StringComparison.Ordinal),
        ["When it searches for the patient \"registered\" by NHS number"] = request => request.Parameter("identifier") == $"https://fhir.nhs.uk/Id/nhs-number|{FakeProvider.NhsNumber}",
        ["When it searches for a patient by the NHS number \"123\""] = request => request.Parameter("identifier") == "https://fhir.nhs.uk/Id/nhs-number|123",
        ["When it searches for a patient with:\n| parameter | value |\n| a | x\\|{registered} |\n| b | |"] = request => request.Query == $"a=x%7C{FakeProvider.NhsNumber}&b=",
        ["When it searches for a patient with the query \"identifier=x%7c{registered}\""] = request => request.Query == $"identifier=x%7c{FakeProvider.NhsNumber}",
        ["When it searches for a patient without any parameter"] = request => request.Query.Length == 0,
        ["When it reads the patient \"registered\""] = request => request.Path.EndsWith($"/Patient/{FakeProvider.PatientId}", StringComparison.Ordinal),
        ["When it reads the patient \"sensitive\" by the id in the test data"] = request => request.Path.EndsWith($"/Patient/{FakeProvider.SensitiveId}", StringComparison.Ordinal),
        ["When it reads the patient \"registered\" by its id in the other case"] = request => request.Path.EndsWith("/Patient/PAT-1", StringComparison.Ordinal),
        ["When it reads the patient with the id \"a$b\""] = request => request.Path.EndsWith("/Patient/a%24b", StringComparison.Ordinal),
        ["When it reads the patient with the id \"{registered}\""] = request => request.Path.EndsWith($"/Patient/{FakeProvider.NhsNumber}", StringComparison.Ordinal),
        ["When it reads a patient with an id that does not exist"] = request => Regex.IsMatch(request.Path, "/Patient/[0-9a-f-]{36}$"),
        ["When it searches for the practitioner \"gp\" by SDS user id"] = request => request.Parameter("identifier") == "https://fhir.nhs.uk/Id/sds-user-id|G001",
        ["When it searches for a practitioner by the SDS user id \"1 2\""] = request => request.Parameter("identifier") == "https://fhir.nhs.uk/Id/sds-user-id|1 2",
        ["When it searches for a practitioner with:\n| parameter | value |\n| a | x\\|{gp} |"] = request => request.Query == "a=x%7CG001",
        ["When it searches for a practitioner without any parameter"] = request => request.Path.EndsWith("/Practitioner", StringComparison.Ordinal) && request.Query.Length == 0,
        ["When it reads the practitioner \"gp\""] = request => request.Path.EndsWith("/Practitioner/prac-1", StringComparison.Ordinal),
        ["When it reads the practitioner with the id \"a$b\""] = request => request.Path.EndsWith("/Practitioner/a%24b", StringComparison.Ordinal),
        ["When it reads a practitioner with an id that does not exist"] = request => Regex.IsMatch(request.Path, "/Practitioner/[0-9a-f-]{36}$"),
        ["When it searches for the organisation \"practice\" by ODS code"] = request => request.Parameter("identifier") == "https://fhir.nhs.uk/Id/ods-organization-code|GP0001",
        ["When it searches for an organisation by the ODS code \"1 2\""] = request => request.Parameter("identifier") == "https://fhir.nhs.uk/Id/ods-organization-code|1 2",
        ["When it searches for an organisation with:\n| parameter | value |\n| a | x\\|{practice} |"] = request => request.Query == "a=x%7CGP0001",
        ["When it searches for an organisation without any parameter"] = request => request.Path.EndsWith("/Organization", StringComparison.Ordinal) && request.Query.Length == 0,
        ["When it reads the organisation \"practice\""] = request => request.Path.EndsWith("/Organization/org-1", StringComparison.Ordinal),
        ["When it reads the organisation with the id \"a$b\""] = request => request.Path.EndsWith("/Organization/a%24b", StringComparison.Ordinal),
        ["When it reads an organisation with an id that does not exist"] = request => Regex.IsMatch(request.Path, "/Organization/[0-9a-f-]{36}$"),
        ["When it reads the location \"main\""] = request => request.Path.EndsWith("/Location/loc-1", StringComparison.Ordinal),
        ["When it reads the preferred branch surgery of the patient \"registered\""] = request => request.Path.EndsWith("/Location/loc-1", StringComparison.Ordinal),
        ["When it reads the location with the id \"a$b\""] = request => request.Path.EndsWith("/Location/a%24b", StringComparison.Ordinal),
        ["When it reads a location with an id that does not exist"] = request => Regex.IsMatch(request.Path, "/Location/[0-9a-f-]{36}$"),
        [Register] = request => request.Method == "POST" && request.Header("Content-Type") == "application/fhir+json;charset=utf-8"
            && Sent(request)["identifier"]![0]!["value"]!.GetValue<string>() == FakeProvider.UnregisteredNumber
            && Sent(request)["name"]![0]!["family"]!.GetValue<string>() == "Newcomer" && Sent(request)["birthDate"]!.GetValue<string>() == "1990-06-15" && Sent(request)["telecom"] is null,
        [$"Given a consumer asking in XML\n{Register}"] = request => request.Header("Content-Type") == "application/fhir+xml;charset=utf-8" && request.Body.Contains("<Parameters xmlns=\"http://hl7.org/fhir\">", StringComparison.Ordinal),
        ["When it registers a lapsed patient"] = request => Sent(request)["identifier"]![0]!["value"]!.GetValue<string>() == "9000000041",
        ["When it registers the patient \"unregistered-1\""] = request => Sent(request)["identifier"]![0]!["value"]!.GetValue<string>() == FakeProvider.NhsNumber,
        [$"Given the registration holds every field that is allowed\n{Register}"] = request => Sent(request)["telecom"]!.AsArray().Count == 5 && Sent(request)["address"]!.AsArray().Count == 2 && Sent(request)["gender"] is not null,
        [$"Given the registration breaks off in the middle\n{Register}"] = request => request.Body.Length > 0 && request.Resource() is null,
        [$"Given the registration is sent in chunks\n{Register}"] = request => request.Header("Transfer-Encoding") == "chunked" && request.Header("Content-Length") == null,
        [$"Given the registration is a bare Patient\n{Register}"] = request => request.Resource()!["resourceType"]!.GetValue<string>() == "Patient",
        [$"Given the registration's Patient lacks name[0].family\n{Register}"] = request => Sent(request)["name"]![0]!["family"] is null && Sent(request)["name"]![0]!["given"] is not null,
        [$"Given the registration's Parameters has as parameter[0].name the JSON \"patient\"\n{Register}"] = request => request.Resource()!["parameter"]![0]!["name"]!.GetValue<string>() == "patient",
        [$"Given the registration has the NHS number of the patient \"unknown\"\n{Register}"] = request => Sent(request)["identifier"]![0]!["value"]!.GetValue<string>() == "9000000017",
        [$"Given the registration's date of birth is wrong in one part\n{Register}"] = request => Sent(request)["birthDate"]!.GetValue<string>() == "1990-06-01",
        [$"Given the registration's date of birth is wrong in two parts\n{Register}"] = request => Sent(request)["birthDate"]!.GetValue<string>() == "1989-06-01",
        ["When it sends a request to read metadata"] = request => request.Path.EndsWith("/metadata", StringComparison.Ordinal),
        ["When it sends a request to find a patient"] = request => request.Parameter("identifier")!.EndsWith(FakeProvider.NhsNumber, StringComparison.Ordinal),
        ["When it sends a request to read a patient"] = request => request.Path.EndsWith($"/Patient/{FakeProvider.PatientId}", StringComparison.Ordinal),
        ["When it sends a request to find a practitioner"] = request => request.Parameter("identifier")!.EndsWith("|G001", StringComparison.Ordinal),
        ["When it sends a request to read a practitioner"] = request => request.Path.EndsWith("/Practitioner/prac-1", StringComparison.Ordinal),
        ["When it sends a request to find an organisation"] = request => request.Parameter("identifier")!.EndsWith("|GP0001", StringComparison.Ordinal),
        ["When it sends a request to read an organisation"] = request => request.Path.EndsWith("/Organization/org-1", StringComparison.Ordinal),
        ["When it sends a request to read a location"] = request => request.Path.EndsWith("/Location/loc-1", StringComparison.Ordinal),
        ["When it sends a request to register a patient"] = request => Sent(request)["identifier"]![0]!["value"]!.GetValue<string>() == FakeProvider.UnregisteredNumber,
        [$"{Ask}\nAnd it sends the same request again"] = request => request.Path.EndsWith("/metadata", StringComparison.Ordinal),
        [$"{Ask}\nAnd it sends the same request again in XML"] = request => request.Header("Accept") == "application/fhir+xml",
        [$"{Ask}\nAnd it sends the same request again in JSON by the _format parameter"] = request => request.Header("Accept") == null && request.Parameter("_format") == "application/fhir+json",
        [$"{Ask}\nAnd it sends the same request again with the parameter made up of the value \"1 & 2\""] = request => request.Query == "made%20up=1%20%26%202",
        [$"{Ask}\nAnd it sends the same request again with the header Accept-Language \"fr-FR\""] = request => request.Header("Accept-Language") == "fr-FR",
        ["When it reads the patient \"registered\"\nAnd it sends the same request again on condition that the ETag has changed"] = request => request.Header("If-None-Match") == "W/\"3\"",
    };

    public static TheoryData<string> Steps => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task The_request_is_as_the_step_says(string steps)
    {
        var result = await bench.RunAsync(steps, isTrusted: true);
        result.Requests.Should().NotBeEmpty(result.Why);
        Cases[steps](result.Requests[^1]).Should().BeTrue("{0}\nmust give what was asked for; {1}", steps, result.Why);
    }

    [Fact]
    public void There_is_no_step_without_a_test()
    {
        var texts = Cases.Keys.Concat(AppointmentRequestStepTests.Cases.Keys)
            .SelectMany(steps => steps.Split('\n'))
            .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Concat(TlsStepTests.Texts)
            .ToList();
        StepDefinitions.All
            .Where(definition => !definition.IsThen && !texts.Exists(text => definition.Matches((StepKind.Given, text)) || definition.Matches((StepKind.When, text))))
            .Select(definition => definition.ToString()).Should().BeEmpty();
    }

    private static JsonObject Sent(FakeRequest request) => request.Resource()!["parameter"]![0]!["resource"]!.AsObject();

    private static string Claim(FakeRequest request, string name) => request.Claims()![name]!.ToJsonString();

    private static long FromNow(FakeRequest request, string name) => request.Claims()![name]!.GetValue<long>() - DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static long Lifetime(FakeRequest request) => request.Claims()!["exp"]!.GetValue<long>() - request.Claims()!["iat"]!.GetValue<long>();
}
