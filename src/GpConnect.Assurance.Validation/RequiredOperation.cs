namespace GpConnect.Assurance.Validation;

/// <summary>The operation whose parameters a document must hold.</summary>
/// <param name="Definition">Canonical URL of its OperationDefinition, or its name in a call: <c>$gpc.getstructuredrecord</c>.</param>
public sealed record RequiredOperation(string Definition, ParameterUse Use = ParameterUse.In);
