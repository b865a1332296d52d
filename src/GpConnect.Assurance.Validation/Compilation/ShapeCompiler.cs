namespace GpConnect.Assurance.Validation;

/// <summary>Makes the table of an element's children from the element tree.</summary>
internal static class ShapeCompiler
{
    internal static NodeShape Compile(CompiledProfile profile, SnapshotElement parent)
    {
        var groups = new List<ElementGroup>();
        var slots = new List<ElementSlot>();
        var counter = 0;
        foreach (var child in parent.Children ?? [])
        {
            if (IsValueOfPrimitive(child))
            {
                continue;
            }

            var group = Group(profile, child, groups.Count, counter);
            groups.Add(group);
            slots.AddRange(group.Slots);
            counter += group.CounterCount;
        }

        return new NodeShape(groups, slots);
    }

    private static ElementGroup Group(CompiledProfile profile, SnapshotElement element, int order, int counter)
    {
        var group = new ElementGroup
        {
            Name = element.Name,
            ElementId = element.Id,
            Min = element.Min,
            Max = element.Max,
            IsList = element.IsList,
            Order = order,
            Counter = counter,
        };
        if (element.IsChoice)
        {
            group.Slots = [.. ChoiceSlots(profile, element, group)];
            return group;
        }

        var rule = element.Max == 0 ? null : RuleCompiler.Rule(profile, element);
        group.Slots = [new ElementSlot(group, element.Name, rule, 0, int.MaxValue, counter + 1)];
        if (element.Max > 0)
        {
            group.Slicer = SlicerCompiler.Compile(profile, element, counter + 2);
        }

        return group;
    }

    private static IEnumerable<ElementSlot> ChoiceSlots(CompiledProfile profile, SnapshotElement choice, ElementGroup group)
    {
        // Type slices without a slicing entry leave only the types that are sliced: so the publishers' own snapshots read them.
        var isRestrictedToSlices = choice.Slicing is null && choice.Slices.Count > 0;
        var counter = group.Counter;
        foreach (var type in choice.BaseTypes)
        {
            var name = ChoiceName.Of(choice.Name, type.Code);
            var slice = choice.Slices.Find(known => known.Name == name);
            var allowed = choice.Types.FirstOrDefault(candidate => candidate.Code == type.Code);
            var element = slice ?? (isRestrictedToSlices || allowed is null ? null : choice);
            var rule = element is null || element.Max == 0
                ? null
                : RuleCompiler.Rule(profile, element, slice?.Types.Count > 0 ? slice.Types[0] : allowed ?? type);
            yield return new ElementSlot(group, name, rule, slice?.Min ?? 0, slice?.Max ?? int.MaxValue, ++counter) { IsOfChoice = true };
        }
    }

    /// <summary>The value of a primitive has a type outside FHIR; it is the node's own value.</summary>
    private static bool IsValueOfPrimitive(SnapshotElement element) => element.Name == "value" && element.Types is [{ Code: "" }];
}
