using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Divides the elements of one list among the slices of a profile.</summary>
internal sealed class Slicer
{
    /// <summary>Counters: the last slice met, then one for each slice (and for the slices of slices).</summary>
    internal required int Counter { get; init; }

    internal required IReadOnlyList<SliceRule> Slices { get; init; }

    internal required SlicingRules Rules { get; init; }

    internal required bool IsOrdered { get; init; }

    internal int CounterCount => 1 + Slices.Sum(slice => 1 + (slice.Slicer?.CounterCount ?? 0));

    internal bool HasRequired => Slices.Any(slice => slice.Min > 0 || slice.Slicer?.HasRequired == true);
}

/// <summary>One slice: how its elements are told apart, how many there may be, and what holds for them.</summary>
/// <param name="Position">Order among the slices, from 1.</param>
internal sealed record SliceRule(
    string Name,
    string ElementId,
    int Position,
    int Min,
    int Max,
    int Counter,
    IReadOnlyList<Discriminator> Discriminators,
    ElementRule Rule,
    Slicer? Slicer)
{
    /// <summary>
    /// The maximum for a second element. An extension's own definition says how often it may occur; it is read only when the question arises.
    /// </summary>
    internal int MaxOfSeveral => Rule.TypeCode == "Extension" && Rule.Type?.Snapshot is { } definition ? Math.Min(Max, definition.Max) : Max;

    internal bool Matches(FhirNode node)
    {
        foreach (var discriminator in Discriminators)
        {
            if (!discriminator.Matches(node))
            {
                return false;
            }
        }

        return Discriminators.Count > 0;
    }
}
