using System.Runtime.InteropServices;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>Set operations on collections.</summary>
internal static class Collections
{
    private const int FewItems = 16;

    /// <summary>Drops items that equal an earlier one; unknown items all stay.</summary>
    public static void RemoveDuplicates(Machine machine, int start)
    {
        var items = machine.From(start);
        if (items.Length < 2)
        {
            return;
        }

        var seen = items.Length > FewItems && AreTexts(machine, items) ? new HashSet<string>(items.Length) : null;
        var kept = new List<FhirPathItem>(items.Length);
        foreach (ref readonly var item in items)
        {
            var isNew = item.IsUnknown || (seen is null ? !Contains(machine, kept, item) : seen.Add(NodeValues.Text(item)!));
            if (isNew)
            {
                kept.Add(item);
            }
        }

        if (kept.Count < items.Length)
        {
            machine.Drop(start);
            machine.PushAll(CollectionsMarshal.AsSpan(kept));
        }
    }

    public static bool HasDuplicates(Machine machine, ReadOnlySpan<FhirPathItem> items)
    {
        if (items.Length > FewItems && AreTexts(machine, items))
        {
            var seen = new HashSet<string>(items.Length);
            foreach (ref readonly var item in items)
            {
                if (!seen.Add(NodeValues.Text(item)!))
                {
                    return true;
                }
            }

            return false;
        }

        for (var i = 1; i < items.Length; i++)
        {
            if (Contains(machine, items[..i], items[i]))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Contains(Machine machine, ReadOnlySpan<FhirPathItem> items, in FhirPathItem sought)
    {
        foreach (ref readonly var item in items)
        {
            if (Equality.AreEqual(machine, item, sought) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(Machine machine, List<FhirPathItem> items, in FhirPathItem sought) =>
        Contains(machine, CollectionsMarshal.AsSpan(items), sought);

    /// <summary>Whether equality of all the items is equality of their texts, so that they can be hashed.</summary>
    private static bool AreTexts(Machine machine, ReadOnlySpan<FhirPathItem> items)
    {
        foreach (ref readonly var item in items)
        {
            if (item.Kind != FhirPathItemKind.String && !(item.IsNode && IsText(machine, item.Node)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsText(Machine machine, FhirNode node) => node.HasValue && NodeValues.ClassOf(machine, node) switch
    {
        ValueClass.Text => true,
        ValueClass.Untyped => node.ValueUtf8 is var text && (text.IsEmpty || !char.IsAsciiDigit((char)text[0])),
        _ => false,
    };
}
