namespace GpConnect.Assurance.Harness.Plan;

/// <summary>All scenarios of a features folder, in order of file and line, and what could not be read.</summary>
public sealed record FeatureSet(IReadOnlyList<PlannedScenario> Scenarios, IReadOnlyList<PlanProblem> Problems)
{
    public static FeatureSet Empty { get; } = new([], []);

    public FeatureSet Concat(FeatureSet other) => new([.. Scenarios, .. other.Scenarios], [.. Problems, .. other.Problems]);
}
