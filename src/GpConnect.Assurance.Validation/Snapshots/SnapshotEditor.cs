namespace GpConnect.Assurance.Validation;

/// <summary>Applies the elements of one snapshot or differential, in their order, to an element tree.</summary>
/// <param name="isBase">The elements are a snapshot: elements that the tree has not are created.</param>
internal sealed class SnapshotEditor(DefinitionStore store, StructureFacts structure, SnapshotElement root, bool isBase)
{
    /// <summary>The branch on which the last element was: from the root to it, with the slices chosen on the way.</summary>
    private readonly List<(string Path, SnapshotElement Element)> _branch = [];

    internal void Apply(ElementFacts facts)
    {
        var element = Locate(facts);
        if (element is null)
        {
            return;
        }

        Merge(element, facts);
        _branch.RemoveAll(step => !IsAncestor(step.Path, facts.Path));
        _branch.Add((facts.Path, element));
    }

    private SnapshotElement? Locate(ElementFacts facts)
    {
        var names = facts.Path.Split('.');
        if (names.Length == 1)
        {
            return root;
        }

        var slices = SlicesOfId(facts, names);
        return slices is null ? LocateByBranch(facts, names) : LocateById(facts, names, slices);
    }

    /// <summary>The slice names that an element id gives for each part of the path; null when there is no id that fits the path.</summary>
    private static string?[]? SlicesOfId(ElementFacts facts, string[] names)
    {
        var parts = facts.Id?.Split('.');
        if (parts is null || parts.Length != names.Length)
        {
            return null;
        }

        var slices = new string?[names.Length];
        for (var i = 1; i < parts.Length; i++)
        {
            var colon = parts[i].IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? parts[i] : parts[i][..colon];
            if (name != names[i] && !IsSpellingOfChoice(name, names[i]))
            {
                return null;
            }

            slices[i] = colon < 0 ? null : parts[i][(colon + 1)..];
        }

        return slices[^1] is null && facts.SliceName is not null ? null : slices;
    }

    private SnapshotElement? LocateById(ElementFacts facts, string[] names, string?[] slices)
    {
        var element = root;
        for (var i = 1; i < names.Length && element is not null; i++)
        {
            element = Step(element, names[i], slices[i], facts);
        }

        return element;
    }

    /// <summary>Without an id the slice meant is the one opened last on the same branch.</summary>
    private SnapshotElement? LocateByBranch(ElementFacts facts, string[] names)
    {
        var ancestor = _branch.FindLastIndex(step => IsAncestor(step.Path, facts.Path));
        var element = ancestor < 0 ? root : _branch[ancestor].Element;
        var depth = ancestor < 0 ? 1 : _branch[ancestor].Path.Split('.').Length;
        for (var i = depth; i < names.Length && element is not null; i++)
        {
            element = Step(element, names[i], i == names.Length - 1 ? facts.SliceName : null, facts);
        }

        return element;
    }

    private SnapshotElement? Step(SnapshotElement parent, string name, string? sliceName, ElementFacts facts)
    {
        if (parent.Children is null && !isBase)
        {
            Expand(parent);
        }

        var child = parent.Child(name);
        if (child is null)
        {
            child = ChoiceOf(parent, name, out var type);
            if (child is not null)
            {
                return TypeSlice(child, type!);
            }

            return isBase ? Create(parent, name) : Unknown(facts);
        }

        if (sliceName is null)
        {
            return child;
        }

        return child.IsChoice ? SliceOfChoice(child, sliceName, facts) : Slice(child, sliceName);
    }

    private SnapshotElement? Unknown(ElementFacts facts)
    {
        store.Report(structure.Url, facts.Id ?? facts.Path, "The base definition has no such element; it is ignored.");
        return null;
    }

    private static SnapshotElement Create(SnapshotElement parent, string name)
    {
        var child = new SnapshotElement { Name = name, Id = parent.Id + "." + name };
        (parent.Children ??= []).Add(child);
        return child;
    }

    /// <summary>The choice that a typed name such as <c>valueQuantity</c> belongs to.</summary>
    private static SnapshotElement? ChoiceOf(SnapshotElement parent, string name, out string? type)
    {
        foreach (var child in parent.Children ?? [])
        {
            if (child.IsChoice && TypeInName(child, name) is { } found)
            {
                type = found;
                return child;
            }
        }

        type = null;
        return null;
    }

    private static string? TypeInName(SnapshotElement choice, string name)
    {
        var prefix = choice.Name.AsSpan(0, choice.Name.Length - 3);
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var suffix = name[prefix.Length..];
        return choice.BaseTypes.Select(type => type.Code).FirstOrDefault(code => ChoiceName.Suffix(code) == suffix);
    }

    private SnapshotElement? SliceOfChoice(SnapshotElement choice, string sliceName, ElementFacts facts)
    {
        if (choice.Slices.Find(known => known.SliceName == sliceName) is { } slice)
        {
            return slice;
        }

        var type = TypeInName(choice, sliceName) ?? (facts.Types is [var only] && facts.SliceName == sliceName ? only.Code : null);
        return type is null ? Unknown(facts) : TypeSlice(choice, type, sliceName);
    }

    /// <param name="sliceName">When it is not the element's name in the type: <c>value[x]:measured</c>.</param>
    private static SnapshotElement TypeSlice(SnapshotElement choice, string type, string? sliceName = null)
    {
        var name = choice.Name[..^3] + ChoiceName.Suffix(type);
        var slice = choice.Slices.Find(known => known.Name == name);
        if (slice is null)
        {
            slice = choice.CopyAs(name, $"{choice.Id}:{sliceName ?? name}", sliceName ?? name, withSlices: false);
            slice.Min = 0;
            slice.Types = [.. choice.Types.Where(allowed => allowed.Code == type)];
            choice.Slices.Add(slice);
        }

        return slice;
    }

    private static SnapshotElement Slice(SnapshotElement element, string sliceName)
    {
        // A re-slice is named after the slice that it divides: "nhsNumber/verified".
        var slash = sliceName.LastIndexOf('/');
        var sliced = slash < 0 ? element : element.Slices.Find(slice => slice.SliceName == sliceName[..slash]) ?? element;
        var slice = sliced.Slices.Find(known => known.SliceName == sliceName);
        if (slice is null)
        {
            slice = sliced.CopyAs(element.Name, element.Id + ":" + sliceName, sliceName, withSlices: false);
            slice.Min = 0;
            sliced.Slices.Add(slice);
        }

        return slice;
    }

    /// <summary>Gives an element the children of its type (or of the element it refers to), so that the definition can constrain them.</summary>
    private void Expand(SnapshotElement element)
    {
        var source = element.ContentReference is { } reference ? Referenced(reference) : TypeTree(element);
        if (source?.Children is null)
        {
            element.Children = [];
            return;
        }

        var copy = source.CopyAs(element.Name, element.Id, null, withSlices: false);
        element.Children = copy.Children;
        element.Constraints = Union(element.Constraints, source.Constraints);
        element.ContentReference = null;
        if (element.Types is [{ Code: "Extension" }])
        {
            // An extension's own definition says how often it may occur.
            element.Max = Math.Min(element.Max, source.Max);
        }
    }

    private SnapshotElement? TypeTree(SnapshotElement element)
    {
        if (element.Types is not [var type])
        {
            store.Report(structure.Url, element.Id, "Its children are constrained although it has several types; the constraints are ignored.");
            return null;
        }

        var canonical = type.Profiles is [var profile] && store.HasProfile(profile) ? profile : Canonical.OfBaseType(type.Code);
        var tree = store.Profile(canonical)?.Snapshot;
        if (tree is null)
        {
            store.Report(structure.Url, element.Id, $"Its type {canonical} is not among the definitions.");
        }

        return tree;
    }

    private SnapshotElement? Referenced(string reference)
    {
        var path = reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..];
        var type = path.Split('.')[0];
        return store.BaseType(type)?.Snapshot?.Descendant(path);
    }

    private void Merge(SnapshotElement element, ElementFacts facts)
    {
        element.Min = facts.Min ?? element.Min;
        element.Max = facts.Max ?? element.Max;
        element.Fixed = facts.Fixed.IsNone ? element.Fixed : facts.Fixed;
        element.Pattern = facts.Pattern.IsNone ? element.Pattern : facts.Pattern;
        element.MinValue = facts.MinValue.IsNone ? element.MinValue : facts.MinValue;
        element.MaxValue = facts.MaxValue.IsNone ? element.MaxValue : facts.MaxValue;
        element.MaxLength = facts.MaxLength ?? element.MaxLength;
        element.MustSupport = facts.MustSupport ?? element.MustSupport;
        element.IsModifier = facts.IsModifier ?? element.IsModifier;
        element.Slicing = facts.Slicing ?? element.Slicing;
        element.ContentReference = facts.ContentReference ?? element.ContentReference;
        element.Constraints = Union(element.Constraints, facts.Constraints);
        element.Binding = MergedBinding(element.Binding, facts.Binding);
        if (facts.Types is { Count: > 0 } types && !IsOtherKind(element, types))
        {
            element.Types = types;
        }

        if (isBase)
        {
            element.IsList = (facts.BaseMax ?? facts.Max ?? 1) > 1;
            element.BaseTypes = element.Types;
        }
    }

    /// <summary>Whether a definition puts a datatype where its base has a primitive, or the reverse: the type of the base stays.</summary>
    private bool IsOtherKind(SnapshotElement element, IReadOnlyList<TypeFacts> types)
    {
        var isOther = !isBase && element.BaseTypes is [{ Code.Length: > 0 } known] && types is [var given] && IsPrimitive(known) != IsPrimitive(given) && known.Code is not ("Element" or "*");
        if (isOther)
        {
            store.Report(structure.Url, element.Id, $"It has the type {types[0].Code} where its base has {element.BaseTypes[0].Code}; that of the base stays.");
        }

        return isOther;
    }

    private static bool IsPrimitive(TypeFacts type) => PrimitiveFormat.Of(type.Code) != PrimitiveType.None;

    /// <summary>A binding that gives only a strength keeps the value set of its base.</summary>
    private static BindingFacts? MergedBinding(BindingFacts? known, BindingFacts? facts) =>
        facts is null ? known
        : facts.ValueSet is null ? facts with { ValueSet = known?.ValueSet, MaxValueSet = facts.MaxValueSet ?? known?.MaxValueSet }
        : facts;

    private static IReadOnlyList<ConstraintFacts> Union(IReadOnlyList<ConstraintFacts> known, IReadOnlyList<ConstraintFacts> added) =>
        added.Count == 0 ? known
        : known.Count == 0 ? added
        : [.. known.Where(constraint => added.All(other => other.Key != constraint.Key)), .. added];

    private static bool IsAncestor(string ancestor, string path) =>
        path.Length > ancestor.Length && path[ancestor.Length] == '.' && path.StartsWith(ancestor, StringComparison.Ordinal);

    private static bool IsSpellingOfChoice(string choice, string name) =>
        choice.EndsWith("[x]", StringComparison.Ordinal) && name.StartsWith(choice.AsSpan(0, choice.Length - 3), StringComparison.Ordinal);
}
