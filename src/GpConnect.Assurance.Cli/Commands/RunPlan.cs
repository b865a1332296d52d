using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Rules;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>What a run is to run, and the requirements it is judged by.</summary>
internal sealed record RunPlan(FeatureSet Features, RequirementCatalogue Requirements, RuleSet Rules, IReadOnlyList<string> Directories)
{
    public int Count => Features.Scenarios.Count + Features.Problems.Count;

    public static RunPlan Make(RunOptions options)
    {
        var filter = new ScenarioFilter { Packs = [.. options.Packs], Tags = Tags(options.Tags), Name = options.Name };
        IReadOnlyList<string> directories = [Assets.Features, .. options.Features];
        var all = directories.Select(FeatureReader.ReadDirectory).Aggregate((one, other) => one.Concat(other));
        CheckPacks(options.Packs, all);
        var catalogue = RequirementCatalogue.Load(directories);
        var chosen = new FeatureSet(
            [.. all.Scenarios.Where(filter.Takes)],
            [.. all.Problems.Where(problem => filter.TakesPack(problem.Pack))]);
        var rules = RuleSet.Load(catalogue, directories);
        var planned = PlanCheck.AgainstRequirements(chosen, catalogue);
        return new RunPlan(planned with { Problems = [.. planned.Problems, .. rules.Problems] }, catalogue, rules, directories);
    }

    private static TagExpression? Tags(string? text)
    {
        try
        {
            return text is null ? null : TagExpression.Parse(text);
        }
        catch (FormatException e)
        {
            throw new UserErrorException(e.Message);
        }
    }

    private static void CheckPacks(IReadOnlyList<string> asked, FeatureSet features)
    {
        var known = features.Scenarios.Select(s => s.Pack).Concat(features.Problems.Select(p => p.Pack)).Distinct().Order(StringComparer.Ordinal).ToList();
        var unknown = asked.FirstOrDefault(pack => !known.Contains(pack, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new UserErrorException($"There is no pack '{unknown}': --pack takes one of {string.Join(", ", known)}.");
        }
    }
}
