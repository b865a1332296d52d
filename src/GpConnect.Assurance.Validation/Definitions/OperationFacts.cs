namespace GpConnect.Assurance.Validation;

/// <summary>What an OperationDefinition says of its parameters.</summary>
/// <param name="Code">As in the URL of a call, without <c>$</c>: <c>gpc.getstructuredrecord</c>.</param>
internal sealed record OperationFacts(string Url, string Code, IReadOnlyList<ParameterFacts> Parameters);

/// <param name="Max"><see cref="int.MaxValue"/> for <c>*</c>.</param>
/// <param name="Type">Null where the parameter has parts.</param>
/// <param name="Profile">Canonical that a resource passed must meet.</param>
/// <param name="ValueSet">Of a required binding; null for others.</param>
internal sealed record ParameterFacts(
    string Name, ParameterUse Use, int Min, int Max, string? Type, string? Profile, string? ValueSet, IReadOnlyList<ParameterFacts> Parts);
