using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>An edit of one property that breaks a known rule, whatever the property is.</summary>
/// <param name="Code">Of the issue that must be found.</param>
/// <param name="Change">The property's new value; null where the rule does not concern it.</param>
internal sealed record BreakingEdit(string Name, string Code, Func<JsonNode, JsonNode?> Change)
{
    /// <summary>Stands for JSON's null, which a <see cref="JsonNode"/> cannot be told from absence by.</summary>
    private static readonly JsonObject Null = [];

    internal static readonly BreakingEdit[] All =
    [
        new("a string of blanks", "value-format", value => IsString(value) ? "  " : null),
        new("a number for a string", "json-kind", value => IsString(value) ? 7 : null),
        new("a boolean for a string", "json-kind", value => IsString(value) ? true : null),
        new("a string for a number or boolean", "json-kind", value => IsScalar(value) && !IsString(value) ? value.ToJsonString() : null),
        new("an object for a primitive", "primitive-has-children", value => IsScalar(value) ? new JsonObject { ["id"] = "a" } : null),
        new("an object for a primitive in an array", "primitive-has-children", value => value is JsonArray { Count: > 0 } array && IsScalar(array[0]!) ? new JsonArray(new JsonObject { ["id"] = "a" }) : null),
        new("a string for an object", "element-has-value", value => value is JsonObject ? "x" : null),
        new("a string for an object in an array", "element-has-value", value => value is JsonArray { Count: > 0 } array && array[0] is JsonObject ? new JsonArray("x") : null),
        new("an array around one value", "json-array-unexpected", value => value is JsonArray ? null : new JsonArray(value.DeepClone())),
        new("one value without its array", "json-array-missing", value => value is JsonArray { Count: > 0 } array ? array[0]!.DeepClone() : null),
        new("an unknown element", "element-unknown", value => value is JsonObject known ? known.DeepClone().AsObject().With(copy => copy.Add("unheardOf", "x")) : null),
        new("an empty array", "empty-array", value => value is JsonArray ? new JsonArray() : null),
        new("an empty object", "empty-object", value => value is JsonObject ? new JsonObject() : null),
        new("an empty string", "empty-string", value => IsString(value) ? "" : null),
        new("null", "null-value", _ => Null),
        new("null in an array", "null-value", value => value is JsonArray { Count: > 0 } array ? array.DeepClone().AsArray().Plus(null) : null),
    ];

    /// <summary>The resource with the edit made at a random place where it can be; null when there is none.</summary>
    internal static EditedResource? At(JsonObject resource, BreakingEdit edit, Random random)
    {
        var places = Places(resource, (string)resource["resourceType"]!).Where(place => edit.Change(place.Owner[place.Name]!) is not null).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var (owner, name, path) = places[random.Next(places.Count)];
        var changed = edit.Change(owner[name]!);
        owner[name] = ReferenceEquals(changed, Null) ? null : changed;
        return new EditedResource(resource, path, edit);
    }

    /// <summary>Narrative is checked as XHTML, an extension's url and a resource's type decide what everything else is.</summary>
    private static IEnumerable<(JsonObject Owner, string Name, string Path)> Places(JsonNode node, string path) => node switch
    {
        JsonObject owner => owner.Where(property => property.Key is not ("resourceType" or "div" or "url") && property.Key[0] != '_')
            .SelectMany(property => Places(property.Value!, $"{path}.{property.Key}").Prepend((owner, property.Key, $"{path}.{property.Key}"))),
        JsonArray array => array.SelectMany((item, index) => Places(item!, $"{path}[{index}]")),
        _ => [],
    };

    private static bool IsScalar(JsonNode value) => value is JsonValue;

    private static bool IsString(JsonNode value) => value.GetValueKind() == JsonValueKind.String;
}

/// <summary>A resource after a breaking edit.</summary>
/// <param name="Path">Of the element edited, without the index of an array around it.</param>
internal sealed record EditedResource(JsonObject Resource, string Path, BreakingEdit Edit)
{
    public override string ToString() => $"{Edit.Name} at {Path} of {Resource.ToJsonString()}";
}
