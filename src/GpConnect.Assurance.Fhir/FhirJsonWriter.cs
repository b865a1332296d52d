using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Fhir;

/// <summary>Writes a resource as FHIR JSON.</summary>
public static class FhirJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 without a byte order mark, on one line, with only the escapes that JSON itself demands.</summary>
    public static byte[] Write(JsonObject resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            resource.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
