namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>One thing that a differential says of one element.</summary>
/// <remarks>The path goes from the root to the element, with each sliced element before its slice.</remarks>
internal sealed record ProfileConstraint(ConstraintKind Kind, IReadOnlyList<SnapshotElement> Path)
{
    internal SnapshotElement Element => Path[^1];

    /// <summary>The element that the slices of this one divide; null when it is no slice.</summary>
    internal SnapshotElement? Sliced => Path.Count > 1 && Path[^2].Slices.Contains(Element) ? Path[^2] : null;

    /// <summary>The nearest slice, this one or above, whose elements are told apart by this element; null when there is none.</summary>
    internal SnapshotElement? DecidesSlice
    {
        get
        {
            for (var i = Path.Count - 2; i > 0; i--)
            {
                if (Path[i - 1].Slices.Contains(Path[i]) && !Path[i - 1].IsChoice && Discriminators(Path[i - 1]).Any(path => IsOn(path, i + 1)))
                {
                    return Path[i];
                }
            }

            return null;
        }
    }

    /// <summary>Whether an issue tells a reader what was broken: the element, and the profile that asks for it.</summary>
    internal bool IsNamedBy(ValidationIssue issue, CompiledProfile profile)
    {
        if (Kind == ConstraintKind.TypeProfile)
        {
            return Element.Types[0].Profiles.Contains(issue.Profile!) || (issue.Profile == profile.Url && issue.Element!.StartsWith(Element.Id, StringComparison.Ordinal));
        }

        return issue.Profile == profile.Url && Named().Any(element => element.Id == issue.Element);
    }

    public override string ToString() => $"{Element.Id} {Kind}";

    internal static IReadOnlyList<string> Discriminators(SnapshotElement sliced) =>
        sliced.Slicing is { Discriminators.Count: > 0 } slicing ? [.. slicing.Discriminators.Select(facts => facts.Path)] : ["url"];

    /// <summary>The elements whose name tells what was broken: of a list, its slice; of a slice, also the list or the slice that is no longer met.</summary>
    private IEnumerable<SnapshotElement> Named() =>
        DecidesSlice is { } slice ? [slice]
        : Sliced is { } sliced ? [Element, sliced]
        : [Element, .. Element.Slices];

    private bool IsOn(string discriminator, int first)
    {
        var below = string.Join('.', Path.Skip(first).Where((element, i) => !Path[first + i - 1].Slices.Contains(element)).Select(element => element.Name));
        return discriminator == below || discriminator.StartsWith(below + ".", StringComparison.Ordinal);
    }
}
