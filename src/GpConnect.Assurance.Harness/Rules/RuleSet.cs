using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>The population rules of all packs, compiled once and safe for use by many workers.</summary>
public sealed class RuleSet
{
    private readonly Dictionary<string, List<PopulationRule>> _byInteraction = new(StringComparer.Ordinal);

    internal RuleSet(IReadOnlyList<PopulationRule> all, IReadOnlyList<PlanProblem> problems)
    {
        All = all;
        Problems = problems;
        foreach (var rule in all)
        {
            foreach (var interaction in rule.Interactions)
            {
                (_byInteraction.TryGetValue(interaction, out var rules) ? rules : _byInteraction[interaction] = []).Add(rule);
            }
        }
    }

    public static RuleSet Empty { get; } = new([], []);

    /// <summary>By pack: those of its <c>rules.yaml</c>, then those that its requirements bring.</summary>
    public IReadOnlyList<PopulationRule> All { get; }

    /// <summary>Rules that cannot be used.</summary>
    public IReadOnlyList<PlanProblem> Problems { get; }

    /// <summary>
    /// Reads every <c>{pack}/rules.yaml</c> under the folders given, and the <c>fhirpath</c> of each requirement that no entry of a
    /// rules file names.
    /// </summary>
    public static RuleSet Load(RequirementCatalogue catalogue, params IEnumerable<string> featuresDirectories) =>
        RuleFiles.Read(catalogue, featuresDirectories);

    /// <summary>The rules for responses to an interaction, by its Spine interaction ID.</summary>
    public IReadOnlyList<PopulationRule> For(string interactionId) => _byInteraction.GetValueOrDefault(interactionId) ?? [];

    /// <summary>Some of the rules only.</summary>
    public RuleSet Where(Func<PopulationRule, bool> chosen) => new([.. All.Where(chosen)], Problems);
}
