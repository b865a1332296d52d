using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>The scenarios of a plan, one a line: place, name, requirements.</summary>
internal static class ScenarioList
{
    public static void Write(TextWriter output, FeatureSet features)
    {
        foreach (var feature in features.Scenarios.GroupBy(scenario => (scenario.Pack, scenario.Feature)))
        {
            output.WriteLine($"{feature.Key.Pack}: {feature.Key.Feature}");
            foreach (var scenario in feature)
            {
                output.WriteLine($"  {scenario.Id}  {scenario.Name}  {string.Join(' ', scenario.Requirements)}".TrimEnd());
            }
        }

        foreach (var problem in features.Problems)
        {
            output.WriteLine($"error: {problem.File}:{problem.Line}: {problem.Message}");
        }

        output.WriteLine($"{features.Scenarios.Count} scenarios");
    }
}
