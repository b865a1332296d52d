namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A practitioner as a test client knows them; <see cref="LogicalId"/> is null for one that the practice does not have.</summary>
public sealed record TestPractitioner(string Role, string SdsUserId, string? LogicalId)
{
    public string? Family { get; init; }

    /// <summary>FHIRPath on the sound practice's resource, and the one value that it gives.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
