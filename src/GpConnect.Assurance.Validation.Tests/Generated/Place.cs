using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Where a generated element stands: a property, or an item of the array that the property holds.</summary>
internal sealed record Place(JsonObject Owner, string Name, JsonNode Value)
{
    /// <summary>Takes this element away, and leaves others of its name.</summary>
    internal void Remove()
    {
        if (Owner[Name] is JsonArray { Count: > 1 } array)
        {
            array.Remove(Value);
        }
        else
        {
            RemoveAll();
        }
    }

    /// <summary>Takes away every element of the name.</summary>
    internal void RemoveAll()
    {
        Owner.Remove(Name);
        if (Owner.Count == 0)
        {
            // An empty object would be another fault.
            Owner["id"] = "a";
        }
    }

    /// <summary>Puts another property in the place of this one.</summary>
    internal void Rename(string name, JsonNode value)
    {
        Owner.Remove(Name);
        Owner[name] = value;
    }

    internal void Replace(JsonNode value)
    {
        if (Owner[Name] is JsonArray array)
        {
            array[array.IndexOf(Value)] = value;
        }
        else
        {
            Owner[Name] = value;
        }
    }

    /// <summary>Copies the element until there are that many more.</summary>
    internal void Multiply(int copies)
    {
        var array = Owner[Name] as JsonArray;
        if (array is null)
        {
            array = new JsonArray(Value.DeepClone());
            Owner[Name] = array;
        }

        for (var i = 0; i < copies; i++)
        {
            array.Add(Value.DeepClone());
        }
    }
}
