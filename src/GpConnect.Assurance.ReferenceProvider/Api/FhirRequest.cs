using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Population;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>A request to a practice, as far as it has been understood.</summary>
internal sealed class FhirRequest
{
    public FhirRequest(HttpRequest http, Practice practice, ServiceRoot root, string path, DateTimeOffset received)
    {
        Http = http;
        Practice = practice;
        Root = root;
        Path = path;
        Received = received;
        Query = ReadQuery(http.QueryString.Value);
    }

    public HttpRequest Http { get; }

    public Practice Practice { get; }

    public ServiceRoot Root { get; }

    /// <summary>Relative to the service root, percent-decoded: <c>Patient/7f3c…</c>.</summary>
    public string Path { get; }

    public DateTimeOffset Received { get; }

    /// <summary>Names and values decoded, in the order sent; names are case sensitive and may come twice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>Of the response.</summary>
    public FhirFormat Format { get; set; }

    /// <summary>Null until the path, the verb and the interaction id have been found to agree.</summary>
    public Interaction? Interaction { get; set; }

    /// <summary>The logical id in the path.</summary>
    public string? Id { get; set; }

    /// <summary>The claims of the bearer token, once checked.</summary>
    public JsonObject? Claims { get; set; }

    public byte[] Body { get; set; } = [];

    /// <summary>True for a call to Appointment Management at a practice that has it switched off.</summary>
    public bool AppointmentsAreOff => Interaction is { IsAppointmentManagement: true } && !Practice.Options.HasAppointments;

    public bool Keeps(Rule rule) => Practice.Keeps(rule);

    public bool Reads(Reading reading) => Practice.Options.Readings.Contains(reading);

    /// <summary>The header's single value; null when it is absent, empty or sent more than once.</summary>
    public string? Header(string name)
    {
        var values = Http.Headers[name];
        return values.Count == 1 && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;
    }

    private static List<KeyValuePair<string, string>> ReadQuery(string? query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }
}
