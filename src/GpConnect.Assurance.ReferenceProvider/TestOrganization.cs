namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>An organisation as a test client knows it; <see cref="LogicalId"/> is null for one that the practice does not have.</summary>
public sealed record TestOrganization(string Role, string OdsCode, string? LogicalId)
{
    /// <summary>FHIRPath on the sound practice's resource, and the one value that it gives.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
