using System.Text;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>What the fake provider is about to answer; a test spoils it.</summary>
internal sealed class FakeResponse(int status, JsonObject? resource, bool isXml)
{
    public int Status { get; set; } = status;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cache-Control"] = "no-store",
        ["Date"] = DateTimeOffset.UtcNow.ToString("R"),
    };

    public JsonObject? Resource { get; set; } = resource;

    public bool IsXml { get; set; } = isXml;

    /// <summary>In place of the resource.</summary>
    public byte[]? Body { get; set; }

    /// <summary>What Content-Length says; null for the truth.</summary>
    public int? ContentLength { get; set; }

    /// <summary>Ends the body with the connection, and says nothing of its length.</summary>
    public bool IsUnframed { get; set; }

    public byte[] Encode()
    {
        var body = Body ?? (Resource is null ? [] : IsXml ? FhirXmlWriter.Write(Resource) : FhirJsonWriter.Write(Resource));
        if (body.Length > 0)
        {
            Headers.TryAdd("Content-Type", IsXml ? "application/fhir+xml;charset=utf-8" : "application/fhir+json;charset=utf-8");
        }

        if (IsUnframed)
        {
            Headers["Connection"] = "close";
        }
        else
        {
            Headers["Content-Length"] = $"{ContentLength ?? body.Length}";
        }

        var head = $"HTTP/1.1 {Status} Said\r\n{string.Concat(Headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. body];
    }
}
