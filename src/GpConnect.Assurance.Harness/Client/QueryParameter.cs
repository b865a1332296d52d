namespace GpConnect.Assurance.Harness.Client;

/// <summary>A parameter of a query, name and value unencoded.</summary>
public sealed record QueryParameter(string Name, string Value);
