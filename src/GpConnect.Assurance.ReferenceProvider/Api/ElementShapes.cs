using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The JSON types that STU3 gives the elements of Device, Organization and Practitioner which a token may carry.
/// Elements it does not know are taken (acceptUnknown both).</summary>
internal static class ElementShapes
{
    private static readonly Dictionary<string, Func<JsonNode?, bool>> Identifier = new()
    {
        ["use"] = IsText,
        ["system"] = IsText,
        ["value"] = IsText,
    };

    private static readonly Dictionary<string, Func<JsonNode?, bool>> HumanName = new()
    {
        ["use"] = IsText,
        ["text"] = IsText,
        ["family"] = IsText,
        ["given"] = IsTexts,
        ["prefix"] = IsTexts,
        ["suffix"] = IsTexts,
    };

    private static readonly Dictionary<string, Func<JsonNode?, bool>> Common = new()
    {
        ["id"] = IsText,
        ["meta"] = node => node is JsonObject,
        ["identifier"] = node => IsObjects(node, Identifier),
        ["telecom"] = node => IsObjects(node, []),
        ["active"] = node => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
    };

    private static readonly Dictionary<string, Dictionary<string, Func<JsonNode?, bool>>> Own = new()
    {
        ["Device"] = new() { ["model"] = IsText, ["version"] = IsText, ["manufacturer"] = IsText, ["type"] = node => node is JsonObject },
        ["Organization"] = new() { ["name"] = IsText, ["address"] = node => IsObjects(node, []) },
        ["Practitioner"] = new() { ["name"] = node => IsObjects(node, HumanName), ["gender"] = IsText, ["address"] = node => IsObjects(node, []) },
    };

    /// <summary>What is wrong with the first element that has the wrong shape; null when none has.</summary>
    public static string? Fault(JsonObject resource)
    {
        var own = Own[resource["resourceType"]!.GetValue<string>()];
        foreach (var (name, node) in resource)
        {
            if ((own.TryGetValue(name, out var fits) || Common.TryGetValue(name, out fits)) && !fits(node))
            {
                return $"the element '{name}' does not have the form that FHIR STU3 gives it";
            }
        }

        return null;
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length > 0;

    private static bool IsTexts(JsonNode? node) => node is JsonArray { Count: > 0 } array && array.All(IsText);

    private static bool IsObjects(JsonNode? node, Dictionary<string, Func<JsonNode?, bool>> shape) =>
        node is JsonArray { Count: > 0 } array && array.All(item => item is JsonObject element && Fits(element, shape));

    private static bool Fits(JsonObject element, Dictionary<string, Func<JsonNode?, bool>> shape) =>
        element.Count > 0 && element.All(member => !shape.TryGetValue(member.Key, out var fits) || fits(member.Value));
}
