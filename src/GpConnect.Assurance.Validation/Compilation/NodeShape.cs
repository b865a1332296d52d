using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The children that an element may have, found by name id without hashing strings.</summary>
internal sealed class NodeShape
{
    private readonly int _mask;
    private readonly ChildPlace[] _places;

    internal NodeShape(IReadOnlyList<ElementGroup> groups, IReadOnlyList<ElementSlot> slots)
    {
        Groups = [.. groups];
        Required = [.. Groups.Where(group => group.Min > 0 || group.Slots.Any(slot => slot.Min > 0) || group.Slicer?.HasRequired == true)];
        RequiredSeveral = [.. Required.Where(group => !IsMetByPresence(group))];
        RequiredPresence = Required.Where(IsMetByPresence).Aggregate(0UL, (bits, group) => bits | group.Presence);
        CounterCount = Groups.Sum(group => group.CounterCount);
        var size = 8;
        while (size < slots.Count * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _places = new ChildPlace[size];
        Array.Fill(_places, new ChildPlace(-1, null));
        foreach (var slot in slots)
        {
            Add(slot);
        }
    }

    internal ElementGroup[] Groups { get; }

    /// <summary>Groups with a minimum to check when all children were seen.</summary>
    internal ElementGroup[] Required { get; }

    /// <summary>Those of <see cref="Required"/> that one element or more is enough for.</summary>
    internal ulong RequiredPresence { get; }

    /// <summary>The others of <see cref="Required"/>, whose elements must be counted.</summary>
    internal ElementGroup[] RequiredSeveral { get; }

    /// <summary>How many counters a walk over the children needs.</summary>
    internal int CounterCount { get; }

    internal ElementSlot? Find(int nameId) => Locate(nameId).Slot;

    /// <summary>What the walk over the children needs to know of one; a place without slot when there is no such child.</summary>
    internal ref readonly ChildPlace Locate(int nameId)
    {
        var places = _places;
        for (var place = nameId & _mask; ; place = (place + 1) & _mask)
        {
            ref readonly var found = ref places[place];
            if (found.NameId == nameId || found.Slot is null)
            {
                return ref found;
            }
        }
    }

    /// <summary>The bits of the elements that an expression means by a name: <c>value</c> is every type of <c>value[x]</c>. A path of several names is no child.</summary>
    internal ulong PresenceOf(string name) => name.Contains('.', StringComparison.Ordinal) ? ChildPresence.Incomplete : Groups
        .Where(group => group.Slots.Any(slot => FhirPathExpression.IsNamed(slot.Name, name)))
        .Aggregate(0UL, (bits, group) => bits | group.Presence);

    private static bool IsMetByPresence(ElementGroup group) =>
        group is { Min: 1, Slicer: null or { HasRequired: false } } && group.Presence != ChildPresence.Incomplete && group.Slots.All(slot => slot.Min == 0);

    private void Add(ElementSlot slot)
    {
        var nameId = FhirNames.Intern(slot.Name);
        var place = nameId & _mask;
        while (_places[place].Slot is not null && _places[place].NameId != nameId)
        {
            place = (place + 1) & _mask;
        }

        _places[place] = new ChildPlace(nameId, slot);
    }
}
