using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed partial class DefectTests
{
    private static readonly string[] Claims =
    [
        "iss", "sub", "aud", "exp", "iat", "reason_for_request", "requested_scope",
        "requesting_device", "requesting_organization", "requesting_practitioner",
    ];

    private static readonly string[] ClaimResources = ["requesting_device", "requesting_organization", "requesting_practitioner"];

    /// <summary>Calls that between them show everything that a practice does.</summary>
    private static readonly IReadOnlyList<Func<Consumer, Task<Answer>>> Probes = [.. RightCalls(), .. WrongCalls(), .. WrongTokens(), .. Registrations()];

    [Fact]
    public void Every_defect_has_an_id_of_its_own_and_names_the_requirement_it_breaks()
    {
        DefectCatalogue.All.Select(defect => defect.Id).Should().OnlyHaveUniqueItems();
        DefectCatalogue.All.Should().AllSatisfy(defect =>
        {
            defect.Id.Should().MatchRegex("^GPD-(API|FND|APT)-[0-9]{3}$");
            defect.AlsoBreaks.Append(defect.Requirement).Should().OnlyHaveUniqueItems()
                .And.AllSatisfy(requirement => requirement.Should().MatchRegex("^GPC-(API|FND|APT)-[0-9]{3}$"));
        });
    }

    [Fact]
    public void A_defect_is_found_by_id()
    {
        DefectCatalogue.Find("gpd-api-001").Title.Should().Be("A read has no ETag");
        FluentActions.Invoking(() => DefectCatalogue.Find("GPD-API-999")).Should().Throw<KeyNotFoundException>().WithMessage("*GPD-API-999*");
    }

    [Fact]
    public Task Every_defect_shows_in_some_answer() => EachShows(Probes, defect => !IsOfAppointments(defect) && !defect.IsOfTls);

    [Fact]
    public Task Every_defect_of_appointments_shows_in_some_answer() => EachShows(AppointmentProbes.All, IsOfAppointments);

    [Fact]
    public async Task A_slow_practice_takes_its_time()
    {
        await using var host = await ReferenceProviderHost.StartAsync();
        foreach (var defect in DefectCatalogue.All.Where(defect => defect.Delay is not null))
        {
            var odsCode = defect.Id.Replace("-", "");
            host.AddPractice(new() { OdsCode = odsCode, Defects = [defect] });
            var consumer = new Consumer(host, odsCode);
            var clock = Stopwatch.StartNew();
            await consumer.Find("Organization", "https://fhir.nhs.uk/Id/ods-organization-code", odsCode);
            await Registrations().First()(consumer);
            clock.ElapsedMilliseconds.Should().BeGreaterThan(500, defect.Title);
        }
    }

    [Fact]
    public async Task No_defect_keeps_an_answer_from_being_written_in_either_format()
    {
        await using var host = await ReferenceProviderHost.StartAsync();
        var broken = new List<string>();
        foreach (var defect in DefectCatalogue.All.Where(defect => !defect.IsOfTls))
        {
            host.AddPractice(new() { OdsCode = defect.Id.Replace("-", ""), Defects = [defect] });
            var consumer = new Consumer(host, defect.Id.Replace("-", ""));
            foreach (var accept in new[] { "application/fhir+json", "application/fhir+xml" })
            {
                Answer[] answers =
                [
                    await consumer.GetMetadata(Accept),
                    await consumer.FindPatient("registered", Accept),
                    await consumer.ReadPatient("registered", Accept),
                    await consumer.ReadById("Practitioner", consumer.TestData.Practitioners["gp"].LogicalId!, Accept),
                    await consumer.ReadById("Organization", consumer.TestData.Organizations["practice"].LogicalId!, Accept),
                    await consumer.ReadById("Location", consumer.TestData.Locations["main"].LogicalId, Accept),
                ];
                if (Array.Exists(answers, answer => answer.Body.Length == 0))
                {
                    broken.Add($"{defect.Id} in {accept}");
                }

                void Accept(HttpRequestMessage request) => SspHeaderTests.Change(request, "Accept", accept);
            }
        }

        broken.Should().BeEmpty();
    }

    [Fact]
    public async Task A_sound_practice_gives_the_same_answers_as_another()
    {
        await using var host = await ReferenceProviderHost.StartAsync();
        host.AddPractice(new() { OdsCode = "GPC002" });
        foreach (var probe in Probes.Concat(AppointmentProbes.All))
        {
            (await Fingerprint(new Consumer(host, "GPC002"), probe)).Should().Be(await Fingerprint(new Consumer(host), probe));
        }
    }

    private static string RootPath(ReferenceProviderHost host, string odsCode) =>
        host.BaseUrlOf(odsCode).AbsolutePath.Replace(odsCode, "", StringComparison.Ordinal);

    private static bool IsOfAppointments(Defect defect) => defect.Id.StartsWith("GPD-APT-", StringComparison.Ordinal);

    private static async Task EachShows(IReadOnlyList<Func<Consumer, Task<Answer>>> probes, Func<Defect, bool> choice)
    {
        await using var host = await ReferenceProviderHost.StartAsync();
        var sound = new List<string>();
        foreach (var probe in probes)
        {
            sound.Add(await Fingerprint(new Consumer(host), probe));
        }

        var hidden = new List<string>();
        foreach (var defect in DefectCatalogue.All.Where(choice))
        {
            var odsCode = defect.Id.Replace("-", "");
            host.AddPractice(new() { OdsCode = odsCode, Defects = [defect] });
            // What is slow gives the same answers, and has a test of its own.
            if (defect.Delay is null && RootPath(host, odsCode) == RootPath(host, PracticeOptions.DefaultOdsCode) && !await Shows(new Consumer(host, odsCode), probes, sound))
            {
                hidden.Add($"{defect.Id} {defect.Title}");
            }
        }

        hidden.Should().BeEmpty();
    }

    private static async Task<bool> Shows(Consumer consumer, IReadOnlyList<Func<Consumer, Task<Answer>>> probes, List<string> sound)
    {
        for (var i = 0; i < probes.Count; i++)
        {
            if (await Fingerprint(consumer, probes[i]) != sound[i])
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> RightCalls()
    {
        Action<HttpRequestMessage>?[] ways =
        [
            null,
            request => SspHeaderTests.Change(request, "Accept", "application/fhir+xml"),
            request => request.Headers.AcceptEncoding.ParseAdd("gzip"),
            request => request.Headers.Add("Accept-Language", "fr-FR"),
            request =>
            {
                request.Headers.Remove("Ssp-From");
                request.Headers.Add("ssp-from", "200000000001");
            },
            request => request.Headers.Add("Forwarded", "for=192.0.2.1"),
            request => SspHeaderTests.Change(request, "Ssp-From", "123456789012"),
            request => SspHeaderTests.Change(request, "Accept", "application/pdf"),
            request => request.Method = HttpMethod.Put,
            request => request.Method = HttpMethod.Delete,
            request => request.Content = new StringContent("<a/>", Encoding.UTF8, "application/fhir+xml"),
            request => SspHeaderTests.Change(request, "If-None-Match", "W/\"5\""),
        ];
        foreach (var way in ways)
        {
            yield return consumer => consumer.GetMetadata(way);
            yield return consumer => consumer.FindPatient("registered", way);
            yield return consumer => consumer.ReadPatient("registered", way);
        }

        string[] roles =
        [
            "registered-minimal", "temporary", "inactive", "deceased", "sensitive", "dissent", "incomplete", "unknown", "superseded",
            "untraced-same-birth-date", "untraced-other-family", "untraced-deceased", "untraced-sensitive",
        ];
        foreach (var role in roles)
        {
            yield return consumer => consumer.FindPatient(role);
        }

        yield return consumer => consumer.ReadPatient("sensitive");
        yield return consumer => consumer.Find("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", "999900000017");
        yield return consumer => consumer.Find("Organization", "https://fhir.nhs.uk/Id/ods-organization-code", consumer.TestData.OdsCode);
        yield return consumer => consumer.ReadById("Practitioner", consumer.TestData.Practitioners["gp"].LogicalId!);
        yield return consumer => consumer.ReadById("Organization", consumer.TestData.Organizations["practice"].LogicalId!);
        yield return consumer => consumer.ReadById("Location", consumer.TestData.Locations["main"].LogicalId);
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> WrongCalls()
    {
        string[] paths =
        [
            "{found}&madeUpParameter=1", "{found}&{identifier}", "{found}&_format=application%2Ffhir%2Bxml", "Patient", "Patient?Identifier=9999999999",
            "patient?{identifier}", "Patient/{id}/other", "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7c{number}",
        ];
        foreach (var path in paths)
        {
            yield return consumer => consumer.Get(Expand(consumer, path), Consumer.Search("patient"), "patient/*.read");
        }

        yield return consumer => consumer.Get(
            "metadata?_format=application%2Ffhir%2Bjson",
            Consumer.Metadata,
            "organization/*.read",
            request => SspHeaderTests.Change(request, "Accept", "application/fhir+xml"));
        yield return consumer => consumer.ReadById("Patient", consumer.TestData.Patients["registered"].LogicalId!.ToUpperInvariant());
        yield return consumer => consumer.ReadById("Patient", consumer.TestData.Patients["registered"].LogicalId + "?_format=json");
        foreach (var type in new[] { "Patient", "Practitioner", "Organization", "Location" })
        {
            yield return consumer => consumer.ReadById(type, "no-such-id");
        }

        yield return consumer => consumer.Find("Patient", "https://fhir.example.org/Id/unknown", "9999999999");
        yield return consumer => consumer.Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", "1234567890");
        yield return consumer => consumer.Find("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", "");
        foreach (var header in new[] { "Ssp-TraceID", "Ssp-From", "Ssp-To", "Ssp-InteractionID", "Authorization" })
        {
            yield return consumer => consumer.GetMetadata(request => request.Headers.Remove(header));
        }

        yield return consumer => consumer.GetMetadata(request =>
            SspHeaderTests.Change(request, "Ssp-InteractionID", "urn:nhs:names:services:gpconnect:structured:fhir:rest:read:metadata-1"));
        yield return consumer => consumer.GetMetadata(request => SspHeaderTests.Change(request, "Ssp-To", "999999999999"));
        yield return consumer => consumer.GetMetadata(request => SspHeaderTests.Change(request, "Ssp-InteractionID", "invalid"));
        yield return consumer => consumer.GetMetadata(request => SspHeaderTests.Change(request, "Ssp-InteractionID", Consumer.Read("patient")));
        yield return consumer => consumer.Find("Patient", "none", "1", request => SspHeaderTests.Change(request, "Accept", "application/fhir+xml"));
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> Registrations()
    {
        yield return consumer => consumer.Register(RegistrationForm.Minimal(consumer.TestData.Unregistered[0]));
        yield return consumer => consumer.Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", consumer.TestData.Unregistered[0].NhsNumber);
        yield return consumer => consumer.Register(RegistrationForm.Full(consumer.TestData.Unregistered[1]));
        foreach (var fault in RegisterAPatientTests.Faults.Keys)
        {
            yield return consumer =>
            {
                var form = RegistrationForm.Full(consumer.TestData.Unregistered[2]);
                RegisterAPatientTests.Faults[fault].Change(RegistrationForm.Patient(form));
                return consumer.Register(form);
            };
        }

        yield return consumer => consumer.Register(RegistrationForm.Patient(RegistrationForm.Minimal(consumer.TestData.Unregistered[3])));
        yield return consumer => consumer.Register(Renamed(RegistrationForm.Minimal(consumer.TestData.Unregistered[3])));
        yield return consumer => consumer.Register(
            RegistrationForm.Full(consumer.TestData.Unregistered[5]), request => request.Headers.TransferEncodingChunked = true);
        yield return consumer => consumer.Register([], request => request.Content = Consumer.Content("{", "application/fhir+json"));
        yield return consumer => consumer.Register([], request => request.Content = Consumer.Content("{", "text/turtle"));
        yield return consumer => consumer.Register(RegistrationForm.Minimal(consumer.TestData.Unregistered[4] with { NhsNumber = "9999999999" }));
        yield return consumer => consumer.Register(RegistrationForm.Minimal(consumer.TestData.Unregistered[4] with { NhsNumber = "1234567890" }));
        yield return consumer => consumer.Register(RegistrationForm.Minimal(consumer.TestData.Unregistered[4] with { BirthDate = new(1900, 1, 1) }));
        string[] roles =
        [
            "registered", "inactive", "deceased", "untraced-other-birth-date",
            "unregistered-deceased", "unregistered-sensitive", "unregistered-invalid",
        ];
        foreach (var role in roles)
        {
            yield return consumer => consumer.Register(RegistrationForm.Minimal(consumer.TestData.Patients[role]));
        }
    }

    private static JsonObject Renamed(JsonObject form)
    {
        form["parameter"]![0]!["name"] = "patient";
        return form;
    }

    private static IEnumerable<Func<Consumer, Task<Answer>>> WrongTokens()
    {
        foreach (var authorization in BearerTokenTests.Unreadable)
        {
            yield return consumer => consumer.GetMetadata(request => SspHeaderTests.Change(request, "Authorization", authorization));
        }

        yield return consumer => consumer.GetMetadata(request =>
            SspHeaderTests.Change(request, "Authorization", request.Headers.Authorization!.ToString().TrimEnd('.')));
        foreach (var claim in Claims)
        {
            yield return Token(token => token.Claims.Remove(claim));
        }

        yield return Token(token => token.Claims["exp"] = 1);
        yield return Token(token => token.Claims["exp"] = "text");
        yield return Token(token => token.Claims["iat"] = token.Claims["iat"]!.GetValue<long>() + 60);
        yield return Token(token => token.Claims["requesting_organization"]!["identifier"]![0]!["value"] = "X99998");
        yield return Token(token => token.Claims["reason_for_request"] = "secondaryuses");
        yield return Token(token => token.Claims["requested_scope"] = "user/*.read");
        foreach (var claim in ClaimResources)
        {
            yield return Token(token => token.Claims[claim]!["resourceType"] = "Patient");
            yield return Token(token => token.Claims[claim]!["identifier"] = "text");
        }

        yield return Token(token => token.Claims["requesting_practitioner"]!["identifier"] =
            ConsumerToken.Identifiers(("https://fhir.nhs.uk/Id/sds-user-id", "UNK")));
        yield return Token(token => token.Claims["requesting_practitioner"]!["identifier"] =
            ConsumerToken.Identifiers(("https://fhir.nhs.uk/Id/sds-user-id", "123")));
    }

    private static Func<Consumer, Task<Answer>> Token(Action<ConsumerToken> change) => consumer => consumer.GetMetadata(token: change);

    private static string Expand(Consumer consumer, string path)
    {
        var patient = consumer.TestData.Patients["registered"];
        return path
            .Replace("{found}", Consumer.ByNhsNumber(patient.NhsNumber))
            .Replace("{identifier}", Consumer.ByNhsNumber(patient.NhsNumber)["Patient?".Length..])
            .Replace("{number}", patient.NhsNumber)
            .Replace("{id}", patient.LogicalId);
    }

    /// <summary>The answer with what is the practice's own, and the time, left out.</summary>
    private static async Task<string> Fingerprint(Consumer consumer, Func<Consumer, Task<Answer>> probe)
    {
        var answer = await probe(consumer);
        var headers = answer.Headers
            .Where(header => header.Key is not "Content-Length")
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {(header.Key is "Date" or "Last-Modified" ? Age(header.Value) : header.Value)}");
        var text = $"{answer.Status}\n{string.Join('\n', headers)}\n{Encoding.UTF8.GetString(Unpack(answer))}";
        return BundleId().Replace(RegisteredId().Replace(text.Replace(consumer.TestData.OdsCode, "ODS"), "$1"), "$1");
    }

    private static string Age(string date) =>
        (DateTimeOffset.UtcNow - DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)).Duration().TotalMinutes < 5 ? "now" : "another time";

    private static byte[] Unpack(Answer answer)
    {
        if (answer.Headers.GetValueOrDefault("Content-Encoding") != "gzip" || answer.Body is not [0x1f, 0x8b, ..])
        {
            return answer.Body;
        }

        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(answer.Body), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>The first version of a record that a registration made, which takes an id of its own.</summary>
    [GeneratedRegex("(\"resourceType\":\"Patient\",\"id\":\")[^\"]*(?=\",\"meta\":{\"versionId\":\"1\")")]
    private static partial Regex RegisteredId();

    [GeneratedRegex("(\"resourceType\":\"Bundle\",\"id\":\"|<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\")[^\"]*")]
    private static partial Regex BundleId();
}
