using System.Globalization;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A submitted Organization in its JSON form, element by element, whether it came as JSON or XML.</summary>
internal static class NodeJson
{
    private static readonly HashSet<string> Repeating =
    [
        "profile", "extension", "identifier", "coding", "type", "alias", "telecom", "address", "line", "contact", "given", "prefix", "suffix", "endpoint",
    ];

    /// <summary>Elements whose type is a CodeableConcept that does not repeat, by the element they stand in.</summary>
    private static readonly HashSet<(string Parent, string Name)> Single = [("identifier", "type"), ("address", "type")];

    /// <summary>The resource, in the order in which its elements were sent.</summary>
    public static JsonObject Of(FhirNode resource)
    {
        var json = new JsonObject { ["resourceType"] = resource.ResourceType };
        AddChildren(json, resource);
        return json;
    }

    private static void AddChildren(JsonObject json, FhirNode parent)
    {
        foreach (var child in parent.Children)
        {
            var value = Value(child);
            if (Repeating.Contains(child.Name) && !Single.Contains((parent.Name, child.Name)))
            {
                (json[child.Name] as JsonArray ?? Added(json, child.Name)).Add(value);
            }
            else
            {
                json[child.Name] = value;
            }
        }
    }

    private static JsonArray Added(JsonObject json, string name)
    {
        var array = new JsonArray();
        json[name] = array;
        return array;
    }

    private static JsonNode? Value(FhirNode node)
    {
        if (node.HasValue)
        {
            return node.Name switch
            {
                "active" or "userSelected" or "valueBoolean" => node.Value == "true",
                "rank" => int.Parse(node.Value!, CultureInfo.InvariantCulture),
                _ => node.Value,
            };
        }

        var json = new JsonObject();
        AddChildren(json, node);
        return json;
    }
}
