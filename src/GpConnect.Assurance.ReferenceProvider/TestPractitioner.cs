namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A practitioner as a test client knows them; <see cref="LogicalId"/> is null for one that the practice does not have.</summary>
public sealed record TestPractitioner(string Role, string SdsUserId, string? LogicalId)
{
    public string? Family { get; init; }
}
