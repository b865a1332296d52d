using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Path to a value inside JSON: names joined by dots, array items by index, <c>identifier[0].value</c>.</summary>
internal sealed partial class ClaimPath
{
    private readonly string _text;
    private readonly object[] _steps;

    private ClaimPath(string text, object[] steps)
    {
        _text = text;
        _steps = steps;
    }

    public static ClaimPath Parse(string text)
    {
        if (!WellFormed().IsMatch(text))
        {
            throw new ArgumentException($"\"{text}\" is not a path to a claim: write names joined by dots and indexes in brackets, as in requesting_practitioner.identifier[0].value.");
        }

        var steps = Steps().Matches(text)
            .Select(step => step.Groups["index"].Success ? (object)int.Parse(step.Groups["index"].ValueSpan) : step.Groups["name"].Value);
        return new ClaimPath(text, [.. steps]);
    }

    public JsonNode? Find(JsonObject root) => Follow(root, _steps);

    public void Set(JsonObject root, JsonNode? value)
    {
        switch (Follow(root, _steps.AsSpan(0, _steps.Length - 1)), _steps[^1])
        {
            case (JsonObject parent, string name):
                parent[name] = value;
                break;
            case (JsonArray parent, int index) when index < parent.Count:
                parent[index] = value;
                break;
            case (JsonArray parent, int index) when index == parent.Count:
                parent.Add(value);
                break;
            default:
                throw NothingThere();
        }
    }

    public void Remove(JsonObject root)
    {
        switch (Follow(root, _steps.AsSpan(0, _steps.Length - 1)), _steps[^1])
        {
            case (JsonObject parent, string name) when parent.Remove(name):
                break;
            case (JsonArray parent, int index) when index < parent.Count:
                parent.RemoveAt(index);
                break;
            default:
                throw NothingThere();
        }
    }

    private static JsonNode? Follow(JsonNode root, ReadOnlySpan<object> steps)
    {
        JsonNode? node = root;
        foreach (var step in steps)
        {
            node = (node, step) switch
            {
                (JsonObject parent, string name) => parent[name],
                (JsonArray parent, int index) when index < parent.Count => parent[index],
                _ => null,
            };
        }

        return node;
    }

    private ArgumentException NothingThere() => new($"The token has nothing at {_text} to alter.");

    [GeneratedRegex(@"^[^.\[\]]+(\[\d{1,6}\])*(\.[^.\[\]]+(\[\d{1,6}\])*)*$")]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"\[(?<index>\d+)\]|(?<name>[^.\[\]]+)")]
    private static partial Regex Steps();
}
