using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Where a generated instance has an element.</summary>
internal sealed record Place(JsonObject Owner, string Name, JsonNode Node)
{
    internal JsonArray? List => Owner[Name] as JsonArray;

    internal void Remove()
    {
        if (List is { } list)
        {
            list.Remove(Node);
            if (list.Count > 0)
            {
                return;
            }
        }

        Owner.Remove(Name);
    }

    internal void Replace(JsonNode node)
    {
        if (List is { } list)
        {
            list[list.IndexOf(Node)] = node;
        }
        else
        {
            Owner[Name] = node;
        }
    }
}
