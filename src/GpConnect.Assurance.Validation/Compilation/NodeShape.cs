using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The children that an element may have, found by name id without hashing strings.</summary>
internal sealed class NodeShape
{
    private readonly int _mask;
    private readonly int[] _names;
    private readonly ElementSlot[] _slots;

    internal NodeShape(IReadOnlyList<ElementGroup> groups, IReadOnlyList<ElementSlot> slots)
    {
        Groups = [.. groups];
        Required = [.. Groups.Where(group => group.Min > 0 || group.Slots.Any(slot => slot.Min > 0) || group.Slicer?.HasRequired == true)];
        CounterCount = Groups.Sum(group => group.CounterCount);
        var size = 8;
        while (size < slots.Count * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _names = new int[size];
        _slots = new ElementSlot[size];
        Array.Fill(_names, -1);
        foreach (var slot in slots)
        {
            Place(slot);
        }
    }

    internal ElementGroup[] Groups { get; }

    /// <summary>Groups with a minimum to check when all children were seen.</summary>
    internal ElementGroup[] Required { get; }

    /// <summary>How many counters a walk over the children needs.</summary>
    internal int CounterCount { get; }

    internal ElementSlot? Find(int nameId)
    {
        for (var place = nameId & _mask; ; place = (place + 1) & _mask)
        {
            var name = _names[place];
            if (name == nameId)
            {
                return _slots[place];
            }

            if (name < 0)
            {
                return null;
            }
        }
    }

    private void Place(ElementSlot slot)
    {
        var nameId = FhirNames.Intern(slot.Name);
        var place = nameId & _mask;
        while (_names[place] >= 0 && _names[place] != nameId)
        {
            place = (place + 1) & _mask;
        }

        _names[place] = nameId;
        _slots[place] = slot;
    }
}
