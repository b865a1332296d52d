using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One element of a snapshot, as a tree: its children when the definition says something about them, and its slices.</summary>
internal sealed class SnapshotElement
{
    /// <summary>Last part of the path: <c>identifier</c>, <c>value[x]</c>; of a type slice <c>valueQuantity</c>.</summary>
    internal required string Name { get; init; }

    /// <summary>Element id, <c>Patient.identifier:nhsNumber.system</c>.</summary>
    internal required string Id { get; init; }

    internal string? SliceName { get; init; }

    internal int Min { get; set; }

    internal int Max { get; set; } = int.MaxValue;

    /// <summary>Whether JSON carries an array, which the base definition decides.</summary>
    internal bool IsList { get; set; }

    internal IReadOnlyList<TypeFacts> Types { get; set; } = [];

    /// <summary>Types of a choice in the base definition: the names an instance could spell.</summary>
    internal IReadOnlyList<TypeFacts> BaseTypes { get; set; } = [];

    internal string? ContentReference { get; set; }

    internal SlicingFacts? Slicing { get; set; }

    internal FhirNode Fixed { get; set; }

    internal FhirNode Pattern { get; set; }

    internal FhirNode MinValue { get; set; }

    internal FhirNode MaxValue { get; set; }

    internal int? MaxLength { get; set; }

    internal IReadOnlyList<ConstraintFacts> Constraints { get; set; } = [];

    internal BindingFacts? Binding { get; set; }

    internal bool MustSupport { get; set; }

    internal bool IsModifier { get; set; }

    /// <summary>Null when the definition says nothing about the children: they are those of the type.</summary>
    internal List<SnapshotElement>? Children { get; set; }

    internal List<SnapshotElement> Slices { get; } = [];

    internal bool IsChoice => Name.EndsWith("[x]", StringComparison.Ordinal);

    internal SnapshotElement? Child(string name) => Children?.Find(child => child.Name == name);

    /// <summary>The unsliced element at a path that starts with this element's own name, or null.</summary>
    internal SnapshotElement? Descendant(string path)
    {
        var element = this;
        foreach (var name in path.Split('.').Skip(1))
        {
            element = element?.Child(name);
        }

        return element;
    }

    /// <summary>A deep copy, independent of this one.</summary>
    internal SnapshotElement Copy() => CopyAs(Name, Id, SliceName, withSlices: true);

    /// <summary>A deep copy that stands elsewhere: the ids below it are rewritten.</summary>
    internal SnapshotElement CopyAs(string name, string id, string? sliceName, bool withSlices)
    {
        var copy = new SnapshotElement
        {
            Name = name,
            Id = id,
            SliceName = sliceName,
            Min = Min,
            Max = Max,
            IsList = IsList,
            Types = Types,
            BaseTypes = BaseTypes,
            ContentReference = ContentReference,
            Slicing = withSlices ? Slicing : null,
            Fixed = Fixed,
            Pattern = Pattern,
            MinValue = MinValue,
            MaxValue = MaxValue,
            MaxLength = MaxLength,
            Constraints = Constraints,
            Binding = Binding,
            MustSupport = MustSupport,
            IsModifier = IsModifier,
            Children = Children?.ConvertAll(child => child.CopyAs(child.Name, Moved(child.Id, id), child.SliceName, withSlices: true)),
        };
        if (withSlices)
        {
            copy.Slices.AddRange(Slices.Select(slice => slice.CopyAs(slice.Name, Moved(slice.Id, id), slice.SliceName, withSlices: true)));
        }

        return copy;
    }

    private string Moved(string childId, string newId) =>
        childId.StartsWith(Id, StringComparison.Ordinal) ? newId + childId[Id.Length..] : childId;
}
