namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A site; one that the practice does not have carries an id that nothing has.</summary>
public sealed record TestLocation(string Role, string LogicalId);
