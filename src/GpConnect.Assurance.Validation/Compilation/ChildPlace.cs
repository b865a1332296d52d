namespace GpConnect.Assurance.Validation;

/// <summary>A name in the table of an element's children, with all that is asked of every child side by side.</summary>
internal readonly struct ChildPlace(int nameId, ElementSlot? slot)
{
    internal readonly int NameId = nameId;
    internal readonly int Counter = slot?.Group.Counter ?? 0;
    internal readonly int Max = slot?.Group.Max ?? 0;
    internal readonly bool IsList = slot?.Group.IsList ?? false;
    internal readonly bool IsOfChoice = slot?.IsOfChoice ?? false;
    internal readonly ulong Presence = slot?.Group.Presence ?? 0;

    /// <summary>Null in a free place.</summary>
    internal readonly ElementSlot? Slot = slot;
    internal readonly ElementRule? Rule = slot?.Rule;
    internal readonly Slicer? Slicer = slot?.Group.Slicer;
}
