using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpConnect.Assurance.Evidence;

/// <summary>Verdicts are written as lower-case words; a number is not a verdict.</summary>
internal sealed class VerdictJsonConverter() : JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
