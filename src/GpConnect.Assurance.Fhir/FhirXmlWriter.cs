using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace GpConnect.Assurance.Fhir;

/// <summary>
/// Writes the JSON form of a resource as FHIR XML. It knows no resource types: the order of the properties becomes the order of the
/// elements, so the JSON must be in definition order for the XML to be valid. A JSON null is left out.
/// </summary>
/// <remarks>Rules: http://hl7.org/fhir/STU3/xml.html and http://hl7.org/fhir/STU3/json.html</remarks>
public static class FhirXmlWriter
{
    private const string Namespace = "http://hl7.org/fhir";
    private const string ResourceType = "resourceType";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>UTF-8 with an XML declaration, without a byte order mark or white space between elements.</summary>
    /// <exception cref="ArgumentException">The object is no resource, or holds what FHIR XML cannot express.</exception>
    public static byte[] Write(JsonObject resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            WriteResource(writer, resource);
        }

        return stream.ToArray();
    }

    private static void WriteResource(XmlWriter writer, JsonObject resource)
    {
        writer.WriteStartElement(TypeOf(resource) ?? throw new ArgumentException("The object has no resourceType."), Namespace);
        WriteMembers(writer, resource, name => name == ResourceType);
        writer.WriteEndElement();
    }

    private static string? TypeOf(JsonObject candidate) =>
        candidate[ResourceType] is JsonValue value && value.TryGetValue(out string? type) ? type : null;

    /// <summary>Writes the members of an object but those passed over as attributes, pairing each with its <c>_name</c> companion.</summary>
    private static void WriteMembers(XmlWriter writer, JsonObject members, Func<string, bool> isWrittenAlready)
    {
        foreach (var (key, member) in members)
        {
            if (isWrittenAlready(key))
            {
                continue;
            }

            if (!key.StartsWith('_'))
            {
                WriteProperty(writer, key, member, members["_" + key]);
            }
            else if (!members.ContainsKey(key[1..]))
            {
                WriteProperty(writer, key[1..], null, member);
            }
        }
    }

    private static void WriteProperty(XmlWriter writer, string name, JsonNode? value, JsonNode? companion)
    {
        if (value is not JsonArray && companion is not JsonArray)
        {
            WriteElement(writer, name, value, companion as JsonObject);
            return;
        }

        var values = value as JsonArray;
        var companions = companion as JsonArray;
        for (var i = 0; i < Math.Max(values?.Count ?? 0, companions?.Count ?? 0); i++)
        {
            WriteElement(writer, name, ItemAt(values, i), ItemAt(companions, i) as JsonObject);
        }
    }

    private static JsonNode? ItemAt(JsonArray? array, int index) => array is not null && index < array.Count ? array[index] : null;

    private static void WriteElement(XmlWriter writer, string name, JsonNode? value, JsonObject? companion)
    {
        switch (value)
        {
            case null when companion is null:
                break;
            case JsonArray:
                throw new ArgumentException($"'{name}' holds an array in an array, which FHIR does not have.");
            case JsonObject holder when TypeOf(holder) is not null:
                writer.WriteStartElement(name, Namespace);
                WriteResource(writer, holder);
                writer.WriteEndElement();
                break;
            case JsonObject complex:
                writer.WriteStartElement(name, Namespace);
                WriteContent(writer, complex, name);
                writer.WriteEndElement();
                break;
            case JsonValue xhtml when name == "div":
                writer.WriteRaw(TextOf(xhtml));
                break;
            default:
                WritePrimitive(writer, name, (JsonValue?)value, companion);
                break;
        }
    }

    private static void WritePrimitive(XmlWriter writer, string name, JsonValue? value, JsonObject? companion)
    {
        writer.WriteStartElement(name, Namespace);
        if (companion is not null)
        {
            WriteAttribute(writer, companion, "id");
        }

        if (value is not null)
        {
            writer.WriteAttributeString("value", TextOf(value));
        }

        if (companion is not null)
        {
            WriteMembers(writer, companion, key => key == "id");
        }

        writer.WriteEndElement();
    }

    private static void WriteContent(XmlWriter writer, JsonObject complex, string name)
    {
        var hasUrlAttribute = name is "extension" or "modifierExtension";
        WriteAttribute(writer, complex, "id");
        if (hasUrlAttribute)
        {
            WriteAttribute(writer, complex, "url");
        }

        WriteMembers(writer, complex, key => key == "id" || (hasUrlAttribute && key == "url"));
    }

    private static void WriteAttribute(XmlWriter writer, JsonObject holder, string name)
    {
        if (holder[name] is JsonValue value)
        {
            writer.WriteAttributeString(name, TextOf(value));
        }
    }

    private static string TextOf(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
