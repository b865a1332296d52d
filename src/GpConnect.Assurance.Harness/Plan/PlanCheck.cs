using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Holds the features against the requirement catalogues.</summary>
public static class PlanCheck
{
    /// <summary>Takes out scenarios whose tags name a requirement that no catalogue holds; a problem stands in their place.</summary>
    public static FeatureSet AgainstRequirements(FeatureSet features, RequirementCatalogue catalogue)
    {
        var unknown = features.Scenarios
            .Select(scenario => (Scenario: scenario, Ids: scenario.Requirements.Where(id => catalogue.Find(id) is null).ToList()))
            .Where(found => found.Ids.Count > 0)
            .ToDictionary(found => found.Scenario, found => found.Ids);
        return new FeatureSet(
            [.. features.Scenarios.Where(scenario => !unknown.ContainsKey(scenario))],
            [.. features.Problems, .. unknown.Select(found => Problem(found.Key, found.Value))]);
    }

    private static PlanProblem Problem(PlannedScenario scenario, List<string> ids) => new(
        scenario.Pack,
        scenario.File,
        scenario.Line,
        $"The scenario \"{scenario.Name}\" names {string.Join(", ", ids)}, which no requirements.yaml holds; correct the tag or add the requirement.");
}
