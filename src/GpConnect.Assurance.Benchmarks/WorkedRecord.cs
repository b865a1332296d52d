using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Benchmarks;

/// <summary>The worked example of a structured record, which is valid, made as long as one likes: its resources again and again under ids of their own.</summary>
internal static class WorkedRecord
{
    public static JsonObject Bundle(int resources)
    {
        var bundle = Read();
        var originals = bundle["entry"]!.AsArray().Select(entry => entry!.DeepClone()).ToArray();
        var ids = originals.Select(entry => (string?)entry["resource"]!["id"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        bundle["entry"] = new JsonArray([.. Enumerable.Range(0, resources).Select(i => Copy(originals[i % originals.Length], ids, i / originals.Length))]);
        return bundle;
    }

    private static JsonObject Read()
    {
        using var stream = typeof(WorkedRecord).Assembly.GetManifestResourceStream("record.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonNode Copy(JsonNode entry, HashSet<string> ids, int number)
    {
        var copy = entry.DeepClone();
        Rename(copy, ids, $"-{number}");
        return copy;
    }

    private static void Rename(JsonNode? node, HashSet<string> ids, string suffix)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Rename(item, ids, suffix);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToArray())
            {
                if (name is "id" or "reference" && (string?)value is { } text && ids.Contains(text[(text.LastIndexOf('/') + 1)..]))
                {
                    members[name] = text + suffix;
                }
                else
                {
                    Rename(value, ids, suffix);
                }
            }
        }
    }
}
