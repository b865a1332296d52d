using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One slice: how its elements are told apart, how many there may be, and what holds for them.</summary>
/// <param name="Position">Order among the slices, from 1.</param>
internal sealed record SliceRule(
    string Name,
    string ElementId,
    int Position,
    int Min,
    int Max,
    int Counter,
    Discriminator[] Discriminators,
    ElementRule Rule,
    Slicer? Slicer)
{
    /// <summary>
    /// The maximum for a second element. An extension's own definition says how often it may occur; it is read only when the question arises.
    /// </summary>
    internal int MaxOfSeveral => Rule.TypeCode == "Extension" && Rule.Type?.Snapshot is { } definition ? Math.Min(Max, definition.Max) : Max;

    internal bool Matches(FhirNode node, IDocumentView view)
    {
        foreach (var discriminator in Discriminators)
        {
            if (!discriminator.Matches(node, view))
            {
                return false;
            }
        }

        return Discriminators.Length > 0;
    }
}
