namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// An append-only hash table from UTF-8 names to ids. Look-ups take no lock: slots hold references to immutable names, and a grown
/// table replaces the old one whole. Adding is for one thread at a time; <see cref="FhirNames"/> sees to that for the shared table.
/// </summary>
internal sealed class NameTable(int firstId)
{
    private volatile Name?[] _slots = new Name?[256];
    private volatile Name[] _byId = new Name[128];
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Name? Find(in NameKey key, ReadOnlySpan<byte> utf8)
    {
        var slots = _slots;
        var mask = (uint)slots.Length - 1;
        for (var slot = key.Hash & mask; ; slot = (slot + 1) & mask)
        {
            var name = slots[slot];
            if (name is null)
            {
                return null;
            }

            if (name.Key.Equals(key) && (key.Length <= 16 || utf8.SequenceEqual(name.Utf8)))
            {
                return name;
            }
        }
    }

    public Name Add(in NameKey key, ReadOnlySpan<byte> utf8)
    {
        var index = _count;
        var name = new Name(firstId + index, key, utf8.ToArray());
        if (index == _byId.Length)
        {
            var longer = new Name[index * 2];
            Array.Copy(_byId, longer, index);
            _byId = longer;
        }

        _byId[index] = name;
        Volatile.Write(ref _count, index + 1);
        if (_count * 2 > _slots.Length)
        {
            _slots = Rehash(_byId.AsSpan(0, _count), _slots.Length * 2);
        }
        else
        {
            Place(_slots, name);
        }

        return name;
    }

    public Name this[int id] => _byId[id - firstId];

    private static Name?[] Rehash(ReadOnlySpan<Name> names, int size)
    {
        var slots = new Name?[size];
        foreach (var name in names)
        {
            Place(slots, name);
        }

        return slots;
    }

    private static void Place(Name?[] slots, Name name)
    {
        var mask = (uint)slots.Length - 1;
        var slot = name.Key.Hash & mask;
        while (slots[slot] is not null)
        {
            slot = (slot + 1) & mask;
        }

        Volatile.Write(ref slots[slot], name);
    }
}
