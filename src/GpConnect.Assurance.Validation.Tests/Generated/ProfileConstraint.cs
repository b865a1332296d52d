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

    public override string ToString() => $"{Element.Id} {Kind}";

    internal static IReadOnlyList<string> Discriminators(SnapshotElement sliced) =>
        sliced.Slicing is { Discriminators.Count: > 0 } slicing ? [.. slicing.Discriminators.Select(facts => facts.Path)] : ["url"];

    private bool IsOn(string discriminator, int first)
    {
        var below = string.Join('.', Path.Skip(first).Where((element, i) => !Path[first + i - 1].Slices.Contains(element)).Select(element => element.Name));
        return discriminator == below || discriminator.StartsWith(below + ".", StringComparison.Ordinal);
    }
}
