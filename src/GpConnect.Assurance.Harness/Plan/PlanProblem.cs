namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Something in a feature file that keeps it, or a scenario of it, from being run.</summary>
/// <param name="Pack">The pack of the feature file.</param>
/// <param name="File">Path of the feature file relative to the features folder.</param>
/// <param name="Line">Line, 1-based; 1 where the parser gave none.</param>
/// <param name="Message">One sentence.</param>
public sealed record PlanProblem(string Pack, string File, int Line, string Message);
