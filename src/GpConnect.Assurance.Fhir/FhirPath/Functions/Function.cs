using GpConnect.Assurance.Fhir.FhirPath.Expressions;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>Takes the items from <paramref name="start"/> as input and leaves the result in their place.</summary>
internal delegate void FunctionBody(Machine machine, in Scope scope, int start, Expression[] arguments);

/// <summary>What a function makes of an input that is foreseen.</summary>
internal delegate Foreseen FunctionForesight(Foreseen input, int arguments);

/// <summary>A function as expressions may call it.</summary>
/// <param name="MinArguments">Fewest arguments.</param>
/// <param name="MaxArguments">Most arguments.</param>
/// <param name="TakesUnknown">It deals with unknown items itself; for all others an unknown item makes the result unknown.</param>
/// <param name="Foresee">Null when only an evaluation can tell.</param>
internal sealed record Function(string Name, int MinArguments, int MaxArguments, FunctionBody Body, bool TakesUnknown = false, FunctionForesight? Foresee = null);
