using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Tags that are neither requirements nor announced by the pack: a misspelt requirement proves nothing.</summary>
internal static class TagLint
{
    public static IEnumerable<LintFinding> Find(LintSubject subject) => subject.Features.Scenarios
        .SelectMany(scenario => scenario.Tags.Where(tag => !IsKnown(subject, scenario.Pack, tag)).Select(tag => (scenario.File, Tag: tag, Scenario: scenario)))
        .DistinctBy(found => (found.File, found.Tag))
        .Select(found => new LintFinding(
            LintSeverity.Error,
            "unknown-tag",
            found.File,
            found.Scenario.Line,
            $"The tag @{found.Tag} is no requirement, and the pack's pack.yaml does not list it among its tags{Suggestion.EndOfSentence(found.Tag, subject.Requirements.All.Select(requirement => requirement.Id))}"));

    private static bool IsKnown(LintSubject subject, string pack, string tag) =>
        RequirementTag.Names(tag) || (subject.Packs.TryGetValue(pack, out var known) && known.Tags.Contains(tag));
}
