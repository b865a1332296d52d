namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>Name, <c>gpc.registerpatient</c>, and canonical URL of an operation.</summary>
internal sealed record OperationDefinition(string Name, string Definition);
