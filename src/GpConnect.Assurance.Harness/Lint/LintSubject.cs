using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Rules;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>All that is looked at.</summary>
public sealed record LintSubject
{
    /// <summary>The features as they were read, problems included.</summary>
    public required FeatureSet Features { get; init; }

    public required RequirementCatalogue Requirements { get; init; }

    public required RuleSet Rules { get; init; }

    /// <summary>What packs say of themselves, by name.</summary>
    public required IReadOnlyDictionary<string, Pack> Packs { get; init; }

    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    public bool IsFinished(string pack) => Packs.TryGetValue(pack, out var known) && known.IsFinished;
}
