using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>One way to break a valid resource, and the one issue it must give.</summary>
internal sealed record Fault(string Name, Func<JsonObject> Sample, Action<JsonObject> Break, IssueCode Code, string Path)
{
    /// <summary>Whether only JSON can express the fault.</summary>
    public bool IsJsonOnly { get; init; }

    public IssueSeverity Severity { get; init; } = IssueSeverity.Error;

    public JsonObject BrokenResource()
    {
        var resource = Sample();
        Break(resource);
        return resource;
    }
}
