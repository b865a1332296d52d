using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>A resource after one edit at a random place, of a kind that JSON and XML can both spell.</summary>
internal sealed class RandomEdit
{
    internal const string Misspelling = "Misspelt";

    private static readonly string[] Garbage = ["x y", "#nowhere", "Nothing/1", "2020-02-30", "https://example.org/none", "<&>", "é", "-1"];

    internal static readonly Kind Misspell = new("misspell", (owner, name, _) => Rename(owner, name, name + Misspelling));

    internal static readonly Kind[] All =
    [
        Misspell,
        new("delete", (owner, name, _) => Delete(owner, name)),
        new("repeat", (owner, name, _) => Repeat(owner, name)),
        new("blank", (owner, name, _) => SetText(owner, name, "  ")),
        new("garble", (owner, name, random) => SetText(owner, name, Garbage[random.Next(Garbage.Length)])),
    ];

    private readonly string _description;

    internal RandomEdit(JsonObject resource, Kind kind, int seed)
    {
        var random = new Random(seed);
        var places = Places(resource).ToList();
        var (owner, name) = places[random.Next(places.Count)];
        _description = $"{kind.Name} {owner.GetPath()}.{name} of {resource["resourceType"]}";
        kind.Apply(owner, name, random);
        Resource = resource;
    }

    internal JsonObject Resource { get; }

    public override string ToString() => _description;

    private static IEnumerable<(JsonObject Owner, string Name)> Places(JsonNode node) => node switch
    {
        JsonObject owner => owner.Where(property => property.Key != "resourceType")
            .SelectMany(property => Places(property.Value!).Prepend((owner, property.Key))),
        JsonArray array => array.SelectMany(item => Places(item!)),
        _ => [],
    };

    private static void Rename(JsonObject owner, string name, string newName)
    {
        var at = owner.IndexOf(name);
        var value = owner[name]!.DeepClone();
        owner.RemoveAt(at);
        owner.Insert(at, newName, value);
    }

    /// <summary>Not the last property of a resource: whether a resource may be empty is another question.</summary>
    private static void Delete(JsonObject owner, string name)
    {
        if (owner.Count > 2 || !owner.ContainsKey("resourceType"))
        {
            owner.Remove(name);
        }
    }

    private static void Repeat(JsonObject owner, string name)
    {
        if (owner[name] is JsonArray { Count: > 0 } array)
        {
            array.Add(array[0]!.DeepClone());
        }
    }

    private static void SetText(JsonObject owner, string name, string text)
    {
        if (owner[name]!.GetValueKind() == JsonValueKind.String)
        {
            owner[name] = text;
        }
        else if (owner[name] is JsonArray { Count: > 0 } array && array[0]!.GetValueKind() == JsonValueKind.String)
        {
            array[0] = text;
        }
    }

    internal sealed record Kind(string Name, Action<JsonObject, string, Random> Apply);
}
