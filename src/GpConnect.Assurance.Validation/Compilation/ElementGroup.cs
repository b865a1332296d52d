namespace GpConnect.Assurance.Validation;

/// <summary>One element definition with its cardinality: a single name, or a choice with a name for each type.</summary>
internal sealed class ElementGroup
{
    internal required string Name { get; init; }

    internal required string ElementId { get; init; }

    internal required int Min { get; init; }

    internal required int Max { get; init; }

    internal required bool IsList { get; init; }

    /// <summary>Place in the definition, which is the order of XML elements.</summary>
    internal required int Order { get; init; }

    /// <summary>First of this group's counters: the group's own, one for each slot of a choice, then those of the slices.</summary>
    internal required int Counter { get; init; }

    /// <summary>Stands for the group in <see cref="ChildPresence"/>.</summary>
    internal ulong Presence => ChildPresence.Bit(Order);

    internal ElementSlot[] Slots { get; set; } = [];

    internal Slicer? Slicer { get; set; }

    internal int CounterCount => 1 + Slots.Length + (Slicer?.CounterCount ?? 0);
}
