using System.Text;

namespace GpConnect.Assurance.Evidence.Tests.Samples;

/// <summary>Exchanges of the sample run.</summary>
internal static class SampleExchanges
{
    private const string Base = "https://provider.example/B82617/STU3/1";

    private static readonly TlsRecord Tls = new(
        "Tls13",
        "TLS_AES_256_GCM_SHA384",
        "CN=provider.example, O=Example Systems Ltd, C=GB",
        "3f7c0b52a4d1e8960b7c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162",
        new DateTimeOffset(2027, 3, 31, 23, 59, 59, TimeSpan.Zero));

    public static IEnumerable<(ExchangeRecord Record, ExchangeContent Content)> All()
    {
        yield return Of("e01", "foundations/capability.feature:9", "/metadata", 200, "OK", "application/fhir+json", """{"resourceType":"CapabilityStatement","fhirVersion":"3.0.1","software":{"name":"Example GP","version":"[version]"}}""");
        yield return Of("e02", "foundations/find-a-patient.feature:12", "/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9000000009", 200, "OK", "application/fhir+json", SampleBodies.Bundle);
        yield return Of("e03", "foundations/find-a-patient.feature:13", "/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9000000009", 200, "OK", "application/fhir+xml", SampleBodies.PatientXml);
        yield return Of("e04", "foundations/read-a-patient.feature:8", "/Patient/2", 200, "OK", "application/fhir+json;charset=utf-8", SampleBodies.Patient);
        yield return Of("e05", "foundations/read-a-patient.feature:14", "/Patient/2", 200, "OK", "application/fhir+json;charset=utf-8", SampleBodies.Patient);
        yield return Of("e06", "foundations/read-a-patient.feature:20", "/Patient/no-such-patient", 404, "<b>Not</b> found", "text/html", SampleBodies.Hostile);
        yield return Booking();
        yield return (Record("e08", "appointments/cancel.feature:6", "PUT", "/Appointment/9") with
        {
            Error = "The connection was refused (provider.example:443).",
            TotalMs = 2_104.7,
            Tls = null,
        }, new ExchangeContent());
    }

    private static (ExchangeRecord Record, ExchangeContent Content) Booking()
    {
        const string request = """{"resourceType":"Appointment","status":"booked","description":"It's a test; `whoami` $HOME"}""";
        var (record, content) = Of("e07", "appointments/book.feature:11", "/Appointment", 201, "Created", "application/fhir+json", """{"resourceType":"Appointment","id":"9","status":"booked"}""");
        return (record with
        {
            Method = "POST",
            RequestHeaders = [.. record.RequestHeaders, new("Content-Type", "application/fhir+json")],
            RequestBodyLength = request.Length,
        }, content with { RequestBody = Encoding.UTF8.GetBytes(request) });
    }

    private static (ExchangeRecord Record, ExchangeContent Content) Of(string id, string scenario, string path, int status, string reason, string type, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var record = Record(id, scenario, "GET", path) with
        {
            Status = status,
            ReasonPhrase = reason,
            HttpVersion = "1.1",
            ResponseHeaders = [new("Content-Type", type), new("Cache-Control", "no-store"), new("Set-Cookie", "session=8f1c27ae55; Path=/; Secure; HttpOnly")],
            ReceivedBodyLength = bytes.Length,
            BodyLength = bytes.Length,
            HeadersMs = 18.4,
            TotalMs = 23.9,
        };
        return (record, new ExchangeContent { ReceivedBody = bytes, Body = bytes });
    }

    private static ExchangeRecord Record(string id, string scenario, string method, string path) => new()
    {
        Id = id,
        Scenario = scenario,
        Method = method,
        Url = Base + path,
        RequestHeaders =
        [
            new("Accept", "application/fhir+json"),
            new("Authorization", $"Bearer {SampleToken.Value}"),
            new("Ssp-TraceID", "09a01679-2564-0fb4-5129-aecc81ea2706"),
            new("Ssp-From", "200000000359"),
            new("Ssp-To", "918999198993"),
            new("Ssp-InteractionID", "urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1"),
        ],
        Started = SampleRun.Started.AddMilliseconds(40),
        Tls = Tls,
    };
}
