using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Requirements that neither a scenario, nor a rule, nor the code of a step names. Whether what names them proves them, only a self-test can tell.</summary>
internal static class ProofLint
{
    public static IEnumerable<LintFinding> Find(LintSubject subject)
    {
        var named = subject.Features.Scenarios.SelectMany(scenario => scenario.Requirements)
            .Concat(subject.Rules.All.Select(rule => rule.Requirement.Id))
            .Concat(subject.Steps.Select(definition => definition.Method.Module.Assembly).Distinct().SelectMany(RequirementsInCode.Of))
            .ToHashSet(StringComparer.Ordinal);
        return subject.Requirements.All
            .Where(requirement => requirement.Party == RequirementParty.Provider && requirement.Automatable.Degree != AutomationDegree.No)
            .Where(requirement => requirement.ProvedIn is not { } other || subject.IsFinished(other))
            .Where(requirement => !subject.Requirements.DecidedBy(requirement).Append(requirement).Any(same => named.Contains(same.Id)))
            .Select(requirement => new LintFinding(
                subject.IsFinished(requirement.ProvedIn ?? requirement.Pack) && subject.Requirements.LevelOf(requirement) == RequirementLevel.Shall ? LintSeverity.Error : LintSeverity.Information,
                "unproved",
                $"{requirement.Pack}/{Path.GetFileName(requirement.File)}",
                requirement.Line,
                $"Nothing proves {requirement.Id} ({requirement.Title}); write a scenario or a rule that checks it."));
    }
}
