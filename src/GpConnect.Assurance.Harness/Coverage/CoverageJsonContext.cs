using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>How self-test and coverage are written and read: camelCase, nulls left out, and nothing escaped that JSON does not ask for.</summary>
[JsonSerializable(typeof(SelfTestRecord))]
[JsonSerializable(typeof(IReadOnlyList<CoverageRow>))]
internal sealed partial class CoverageJsonContext : JsonSerializerContext
{
    public static CoverageJsonContext Indented { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        // Never pasted into HTML as it stands.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<CoverageStatus>(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
    });
}
