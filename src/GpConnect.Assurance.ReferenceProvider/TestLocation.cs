namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A site; one that the practice does not have carries an id that nothing has.</summary>
public sealed record TestLocation(string Role, string LogicalId)
{
    /// <summary>FHIRPath on the sound practice's resource, and the one value that it gives.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
