namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Finds the element of a snapshot that an element of the differential is about, by its id alone.</summary>
internal static class ElementPath
{
    internal static IReadOnlyList<SnapshotElement> Find(SnapshotElement root, ElementFacts facts)
    {
        var path = new List<SnapshotElement> { root };
        var names = facts.Path.Split('.');
        var ids = facts.Id!.Split('.');
        for (var i = 1; i < names.Length; i++)
        {
            var slice = ids[i].Contains(':', StringComparison.Ordinal) ? ids[i][(ids[i].IndexOf(':', StringComparison.Ordinal) + 1)..] : null;
            Step(path, names[i], slice, facts);
        }

        return path;
    }

    private static void Step(List<SnapshotElement> path, string name, string? slice, ElementFacts facts)
    {
        var parent = path[^1];
        if (parent.Child(name) is { } child)
        {
            path.Add(child);
        }
        else
        {
            // A choice element spelled in one type is a slice of the choice.
            path.Add(parent.Children!.Single(other => other.IsChoice && name.StartsWith(other.Name[..^3], StringComparison.Ordinal)));
            slice = name;
        }

        if (slice is not null)
        {
            path.Add(path[^1].Slices.Find(known => known.SliceName == slice || known.Name == slice)
                ?? throw new InvalidOperationException($"The snapshot has no {facts.Id}."));
        }
    }
}
