using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>How often elements and slices occur, and in which order and notation.</summary>
internal sealed partial class ValidationRun
{
    private static readonly int FhirComments = FhirNames.Intern("fhir_comments");

    private void UnknownElement(FhirNode child, ElementRule parent)
    {
        if (child.NameId == FhirComments && store.Version == FhirVersion.Dstu2)
        {
            // DSTU2's JSON keeps the comments of the XML form in every element.
            return;
        }

        if (parent.Primitive != PrimitiveType.None)
        {
            Report(IssueCode.PrimitiveHasChildren, child, parent, null, $"{parent.TypeCode} values have no element '{child.Name}'; only id and extension may stand beside the value.");
            return;
        }

        Report(IssueCode.ElementUnknown, child, parent, null, $"{parent.ElementId} has no element '{child.Name}'.");
    }

    private int Order(FhirNode child, ElementRule parent, ElementGroup group, int order)
    {
        if (group.Order < order)
        {
            Report(IssueCode.ElementOrder, child, parent, null, $"'{child.Name}' stands too late: XML elements must follow the order of the definition.", element: group.ElementId);
            return order;
        }

        return group.Order;
    }

    private void Count(FhirNode child, ElementRule parent, ElementSlot slot, int count, int first)
    {
        var group = slot.Group;
        var isMisnoted = !_isXml && child.IsInArray != group.IsList;
        if (isMisnoted)
        {
            ArrayNotation(child, parent, group, count);
        }

        var ofType = slot.IsOfChoice ? ++_counters[first + slot.Counter] : 0;
        if (slot.Rule is null)
        {
            NotAllowed(child, parent, slot);
        }
        else if (count > group.Max && !isMisnoted)
        {
            Repeated(child, parent, group, count);
        }
        else if (ofType > slot.Max)
        {
            Report(IssueCode.ElementRepeated, child, parent, group.Name, $"{group.ElementId} may occur as {slot.Name} at most {Times(slot.Max)}.", $"{slot.Max}", $"{ofType}", group.ElementId);
        }
    }

    private void ArrayNotation(FhirNode child, ElementRule parent, ElementGroup group, int count)
    {
        if (count > 1)
        {
            return;
        }

        if (group.IsList)
        {
            Report(IssueCode.JsonArrayMissing, child, parent, null, $"'{child.Name}' can repeat and must be a JSON array, even for one value.", element: group.ElementId);
        }
        else
        {
            Report(IssueCode.JsonArrayUnexpected, child, parent, null, $"'{child.Name}' does not repeat and must not be a JSON array.", element: group.ElementId);
        }
    }

    private void Repeated(FhirNode child, ElementRule parent, ElementGroup group, int count)
    {
        // A null was refused on reading.
        if (count == group.Max + 1 && child.ValueKind != FhirValueKind.Null)
        {
            Report(IssueCode.ElementRepeated, child, parent, group.Name, $"{group.ElementId} may occur at most {Times(group.Max)}.", $"{group.Max}", $"{count} or more", group.ElementId);
        }
    }

    private void NotAllowed(FhirNode child, ElementRule parent, ElementSlot slot)
    {
        var group = slot.Group;
        if (group.Max == 0 || slot.Max == 0)
        {
            var name = group.Name == child.Name ? string.Empty : $" as '{child.Name}'";
            Report(IssueCode.ElementProhibited, child, parent, null, $"{group.ElementId} must not be present{name} here.", "0", null, group.ElementId);
            return;
        }

        var allowed = string.Join(", ", group.Slots.Where(other => other.Rule is not null).Select(other => other.Name));
        Report(IssueCode.TypeNotAllowed, child, parent, null, $"{group.ElementId} must not be present as '{child.Name}'; allowed here: {allowed}.", allowed, child.Name, group.ElementId);
    }

    private void Minimum(FhirNode node, ElementRule rule, ElementGroup group, int first)
    {
        var count = _counters[first + group.Counter];
        if (count == 0 && IsRefused(node, group))
        {
            return;
        }

        if (count < group.Min)
        {
            Report(IssueCode.ElementMissing, node, rule, group.Name, $"{group.ElementId} must occur at least {Times(group.Min)}, but occurs {Times(count)}.", $"{group.Min}", $"{count}", group.ElementId);
            return;
        }

        foreach (var slot in group.Slots)
        {
            // A type that is not allowed was reported in its place.
            if (_counters[first + slot.Counter] < slot.Min && !HasTypeNotAllowed(group, first))
            {
                Report(IssueCode.ElementMissing, node, rule, slot.Name, $"{group.ElementId} must be present as {slot.Name}.", slot.Name, null, group.ElementId);
            }
        }

        if (group.Slicer is { HasRequired: true } slicer)
        {
            SliceMinimum(node, rule, slicer, first);
        }
    }

    /// <summary>Whether the reader refused the element (null, an empty array): that it is missing need not be told as well.</summary>
    private static bool IsRefused(FhirNode node, ElementGroup group)
    {
        var issues = node.Document.Issues;
        if (issues.Count == 0)
        {
            return false;
        }

        var path = $"{node.Path}.{group.Name}";
        foreach (var issue in issues)
        {
            if (issue.Path == path)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasTypeNotAllowed(ElementGroup group, int first)
    {
        foreach (var slot in group.Slots)
        {
            if (slot.Rule is null && _counters[first + slot.Counter] > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void SliceMinimum(FhirNode node, ElementRule rule, Slicer slicer, int first)
    {
        foreach (var slice in slicer.Slices)
        {
            var count = _counters[first + slice.Counter];
            if (count < slice.Min)
            {
                Report(IssueCode.SliceMissing, node, rule, slice.ElementId, $"The slice {slice.ElementId} must occur at least {Times(slice.Min)}, but occurs {Times(count)}.", $"{slice.Min}", $"{count}", slice.ElementId);
            }
            else if (slice.Slicer is { HasRequired: true } reslicer)
            {
                SliceMinimum(node, rule, reslicer, first);
            }
        }
    }

    /// <summary>The slice that an element belongs to; null when it belongs to none.</summary>
    private SliceRule? Classify(FhirNode child, ElementSlot slot, Slicer slicer, int first)
    {
        var found = slicer.Find(child, this);
        ref var last = ref _counters[first + slicer.Counter];
        if (found is null)
        {
            if (slicer.Rules == SlicingRules.Closed)
            {
                var names = string.Join(", ", slicer.Slices.Select(slice => slice.Name));
                Report(IssueCode.SliceUnmatched, child, slot.Rule, null, $"{slot.Group.ElementId} fits none of its slices ({names}), and no others are allowed.", names, null);
            }

            last = slicer.Rules == SlicingRules.OpenAtEnd ? int.MaxValue : last;
            return null;
        }

        if (found.Position < last && (slicer.IsOrdered || last == int.MaxValue))
        {
            Report(IssueCode.SliceOrder, child, slot.Rule, null, $"The slice {found.ElementId} must stand before those that {(last == int.MaxValue ? "fit no slice" : "follow it in the profile")}.", element: found.ElementId);
        }

        last = Math.Max(last, found.Position);
        SliceMaximum(child, slot, found, ++_counters[first + found.Counter]);
        return found;
    }

    private void SliceMaximum(FhirNode child, ElementSlot slot, SliceRule slice, int count)
    {
        if (slice.Max == 0)
        {
            Report(IssueCode.ElementProhibited, child, slot.Rule, slice.ElementId, $"The slice {slice.ElementId} must not be present here.", "0", null, slice.ElementId);
        }
        else if (count > 1 && count - 1 == slice.MaxOfSeveral)
        {
            Report(IssueCode.SliceRepeated, child, slot.Rule, slice.ElementId, $"The slice {slice.ElementId} may occur at most {Times(count - 1)}.", $"{count - 1}", $"{count} or more", slice.ElementId);
        }
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Article(string type) => type.Length == 0 ? "an element" : "AEIOU".Contains(type[0], StringComparison.Ordinal) ? $"an {type}" : $"a {type}";
}
