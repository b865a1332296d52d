using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>A valid value of each primitive type.</summary>
internal static class PrimitiveSample
{
    private static readonly Dictionary<string, Func<JsonNode>> Samples = new(StringComparer.Ordinal)
    {
        ["boolean"] = () => false,
        ["integer"] = () => 1,
        ["unsignedInt"] = () => 1,
        ["positiveInt"] = () => 1,
        ["decimal"] = () => 1.5m,
        ["string"] = () => "text",
        ["markdown"] = () => "text",
        ["code"] = () => "code",
        ["id"] = () => "x1",
        ["uri"] = () => "https://example.org/x",
        ["oid"] = () => "urn:oid:1.2.3",
        ["uuid"] = () => "urn:uuid:0f3ba0f5-6f0a-4d2b-8b3a-0a6c1d6f0b11",
        ["date"] = () => "2020-01-01",
        ["dateTime"] = () => "2020-01-01T09:00:00+00:00",
        ["instant"] = () => "2020-01-01T09:00:00+00:00",
        ["time"] = () => "09:00:00",
        ["base64Binary"] = () => "AAAA",
        ["xhtml"] = () => "<div xmlns=\"http://www.w3.org/1999/xhtml\">text</div>",
    };

    /// <summary>Null for a type with elements of its own.</summary>
    internal static JsonNode? Of(string typeCode) => Samples.TryGetValue(typeCode, out var sample) ? sample() : null;

    internal static bool IsPrimitive(string typeCode) => Samples.ContainsKey(typeCode);
}
