using System.Text.Json;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>How a provider of another make writes what is right as well.</summary>
internal static class AnotherMake
{
    private const string Own = "https://another-make.example/";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] ReadOnly = ["Patient", "Practitioner", "Organization", "Location"];

    private static readonly (string Name, string Word)[] CommonWords =
    [
        ("family", "surname"), ("given", "forename"), ("birthDate", "date of birth"), ("identifier", "NHS number"), ("requesting_", "requesting "),
    ];

    /// <summary>Alters status, headers and resource before they are written.</summary>
    public static void Alter(FhirResponse response)
    {
        var request = response.Request;
        if (request.Reads(Reading.HeadersAreWrittenOtherwise))
        {
            response.ContentType = $"{MediaTypes.Of(response.Format)};charset=\"UTF-8\"";
            response.Headers.CacheControl = "no-cache, no-store, must-revalidate, private";
            response.Headers.Pragma = "no-cache";
            response.Headers.Expires = "0";
            response.Headers["X-Request-Id"] = "7";
        }

        foreach (var resource in Resources(response))
        {
            Alter(request, resource);
        }
    }

    /// <summary>Alters a body after it has been serialised.</summary>
    public static byte[] Alter(FhirResponse response, byte[] body) =>
        response.Request.Reads(Reading.JsonIsWrittenOtherwise) && response.Format == FhirFormat.Json
            ? JsonSerializer.SerializeToUtf8Bytes(Reversed(JsonNode.Parse(body)), Indented)
            : body;

    private static void Alter(FhirRequest request, JsonObject resource)
    {
        // What consumers send back changed has to come back as it was sent.
        var type = resource["resourceType"]!.GetValue<string>();
        if (request.Reads(Reading.ReferencesAreAbsolute) && ReadOnly.Contains(type))
        {
            MakeReferencesAbsolute(resource, request.Practice.BaseUrl.AbsoluteUri);
        }

        if (request.Reads(Reading.ResourcesHoldMore) && (type is "Bundle" or "OperationOutcome" || ReadOnly.Contains(type)))
        {
            HoldMore(type, resource, request.Received);
        }

        if (request.Reads(Reading.XmlIsNotOffered) && resource["format"] is JsonArray formats)
        {
            formats.RemoveAll(format => format!.GetValue<string>() == MediaTypes.Xml);
        }

        if (request.Reads(Reading.DiagnosticsUseCommonWords))
        {
            foreach (var issue in resource["issue"] as JsonArray ?? [])
            {
                issue!["diagnostics"] = CommonWords.Aggregate(
                    issue["diagnostics"]!.GetValue<string>(), (text, words) => text.Replace(words.Name, words.Word, StringComparison.Ordinal));
            }
        }
    }

    private static void HoldMore(string type, JsonObject resource, DateTimeOffset now)
    {
        if (resource["meta"] is JsonObject meta)
        {
            meta.Insert(meta.IndexOf("versionId") + 1, "lastUpdated", now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", System.Globalization.CultureInfo.InvariantCulture));
        }

        switch (type)
        {
            case "Bundle":
                resource["id"] = Guid.NewGuid().ToString();
                break;
            case "Patient" when resource["identifier"] is JsonArray identifiers:
                identifiers.Add(new JsonObject { ["system"] = Own + "Id/patient", ["value"] = "12-34" });
                (resource["extension"] as JsonArray)?.Add(new JsonObject { ["url"] = Own + "record-colour", ["valueString"] = "green" });
                break;
            case "OperationOutcome":
                foreach (var issue in resource["issue"]!.AsArray())
                {
                    issue!["details"]!["text"] = "Something is not right with the request.";
                }

                break;
        }
    }

    private static void MakeReferencesAbsolute(JsonNode? node, string baseUrl)
    {
        switch (node)
        {
            case JsonObject element:
                if (element["reference"] is JsonValue reference && reference.GetValue<string>() is var relative && IsRelative(relative))
                {
                    element["reference"] = $"{baseUrl}/{relative}";
                }

                foreach (var (_, child) in element.ToList())
                {
                    MakeReferencesAbsolute(child, baseUrl);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    MakeReferencesAbsolute(item, baseUrl);
                }

                break;
        }
    }

    private static bool IsRelative(string reference) => char.IsAsciiLetterUpper(reference[0]) && !reference.Contains("://", StringComparison.Ordinal);

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject element => new JsonObject(element.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<JsonObject> Resources(FhirResponse response) => response.Resource is { } resource
        ? [resource, .. (resource["entry"] as JsonArray ?? []).Select(entry => entry!["resource"]).OfType<JsonObject>()]
        : [];
}
