namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>The elements that a profile marks as must-support, as far as they can stand beside each other.</summary>
internal static class MustSupport
{
    /// <summary>What an invariant forbids beside something else that is marked, or beside the values that the generator gives.</summary>
    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["Condition.abatement[x]"] = "con-4",
        ["Condition.abatementDateTime"] = "con-4",
        ["Immunization.explanation.reasonNotGiven"] = "imm-2",
        ["List.emptyReason"] = "lst-1",
        ["Observation.dataAbsentReason"] = "obs-6",
    };

    internal static IEnumerable<SnapshotElement> Of(CompiledProfile profile)
    {
        var chosen = new Dictionary<SnapshotElement, SnapshotElement>(ReferenceEqualityComparer.Instance);
        return profile.Structure!.Differential
            .Where(facts => facts.MustSupport == true && !Excluded.Keys.Any(path => facts.Path.StartsWith(path, StringComparison.Ordinal)))
            .Select(facts => ElementPath.Find(profile.Snapshot!, facts))
            .Where(path => path.All(element => element.Max > 0) && IsFirstOfChoice(path, chosen))
            .SelectMany(path => path);
    }

    /// <summary>A choice is present in one type only.</summary>
    private static bool IsFirstOfChoice(IReadOnlyList<SnapshotElement> path, Dictionary<SnapshotElement, SnapshotElement> chosen) =>
        path.Zip(path.Skip(1)).Where(pair => pair.First is { IsChoice: true }).All(pair => chosen.TryAdd(pair.First, pair.Second) || chosen[pair.First] == pair.Second);
}
