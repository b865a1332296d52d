namespace GpConnect.Assurance.Harness.Plan;

/// <summary>One scenario to run: a scenario, or one example row of an outline, with its background steps in front.</summary>
public sealed record PlannedScenario
{
    /// <summary>The feature's path below the features folder and the line: <c>foundations/find-a-patient.feature:12</c>.</summary>
    public string Id => $"{File}:{Line}";

    /// <summary>The folder of the feature file below the features folder; the first one where there are several.</summary>
    public required string Pack { get; init; }

    /// <summary>The feature's name: the interaction.</summary>
    public required string Feature { get; init; }

    public string? FeatureDescription { get; init; }

    /// <summary>The name of the rule that the scenario stands under, if any.</summary>
    public string? Rule { get; init; }

    /// <summary>Path of the feature file relative to the features folder, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>Line of the scenario, or of the example row.</summary>
    public required int Line { get; init; }

    public required string Name { get; init; }

    /// <summary>Tags of feature, rule, scenario and examples without <c>@</c>, and the requirements that steps name; each once.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Language code of the feature file.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>The requirements that the scenario proves.</summary>
    public IEnumerable<string> Requirements => Tags.Where(RequirementTag.Names);
}
