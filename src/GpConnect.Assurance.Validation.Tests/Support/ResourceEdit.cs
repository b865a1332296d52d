using System.Globalization;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>Edits a resource at a path such as <c>name[0].family</c>; the order of properties is kept, because it is the order of XML elements.</summary>
internal static class ResourceEdit
{
    /// <summary>The resource itself after an edit.</summary>
    internal static JsonObject With(this JsonObject resource, Action<JsonObject> edit)
    {
        edit(resource);
        return resource;
    }

    /// <summary>The array itself with one more item.</summary>
    internal static JsonArray Plus(this JsonArray array, JsonNode? item)
    {
        array.Add(item);
        return array;
    }

    internal static JsonNode At(this JsonObject resource, string path)
    {
        JsonNode node = resource;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            node = node[bracket < 0 ? step : step[..bracket]]!;
            if (bracket >= 0)
            {
                node = node[int.Parse(step[(bracket + 1)..^1], CultureInfo.InvariantCulture)]!;
            }
        }

        return node;
    }

    internal static void Set(this JsonObject resource, string path, JsonNode? value)
    {
        var (owner, name) = Owner(resource, path);
        owner[name] = value;
    }

    internal static void Delete(this JsonObject resource, string path)
    {
        var (owner, name) = Owner(resource, path);
        owner.Remove(name).Should().BeTrue("the edit must change something");
    }

    /// <summary>Puts a property of another name in the place of one.</summary>
    internal static void Replace(this JsonObject resource, string path, string name, JsonNode? value)
    {
        resource.InsertAfter(path, name, value);
        resource.Delete(path);
    }

    internal static void InsertAfter(this JsonObject resource, string path, string name, JsonNode? value)
    {
        var (owner, before) = Owner(resource, path);
        owner.Insert(owner.IndexOf(before) + 1, name, value);
    }

    internal static void InsertBefore(this JsonObject resource, string path, string name, JsonNode? value)
    {
        var (owner, after) = Owner(resource, path);
        owner.Insert(owner.IndexOf(after), name, value);
    }

    internal static void Append(this JsonObject resource, string path, JsonNode value) => resource.At(path).AsArray().Add(value);

    internal static void Duplicate(this JsonObject resource, string path)
    {
        var array = resource.At(path).AsArray();
        array.Add(array[0]!.DeepClone());
    }

    private static (JsonObject Owner, string Name) Owner(JsonObject resource, string path)
    {
        var dot = path.LastIndexOf('.');
        return dot < 0 ? (resource, path) : (resource.At(path[..dot]).AsObject(), path[(dot + 1)..]);
    }
}
