using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpConnect.Assurance.Evidence;

/// <summary>How records are written and read: camelCase, nulls left out, and nothing escaped that JSON does not ask for.</summary>
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(ScenarioRecord))]
[JsonSerializable(typeof(ExchangeRecord))]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class EvidenceJson : JsonSerializerContext
{
    /// <summary>One record, one line.</summary>
    public static EvidenceJson Line { get; } = new(Settings(indented: false));

    /// <summary>One record, one file for people to read.</summary>
    public static EvidenceJson File { get; } = new(Settings(indented: true));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        // These files are never pasted into HTML as they stand; the report has its own escaping.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new VerdictJsonConverter() },
        WriteIndented = indented,
        NewLine = "\n",
    };
}
