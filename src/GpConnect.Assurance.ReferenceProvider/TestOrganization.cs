namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>An organisation as a test client knows it; <see cref="LogicalId"/> is null for one that the practice does not have.</summary>
public sealed record TestOrganization(string Role, string OdsCode, string? LogicalId);
