using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>What a StructureDefinition says that validation needs.</summary>
internal sealed record StructureFacts(
    string Url,
    string Type,
    string Kind,
    bool IsAbstract,
    string? BaseDefinition,
    IReadOnlyList<ElementFacts> Differential,
    IReadOnlyList<ElementFacts> Snapshot);

/// <summary>One ElementDefinition as written; null where it says nothing, so that the base's value stays.</summary>
internal sealed record ElementFacts
{
    public required string Path { get; init; }

    public string? Id { get; init; }

    public string? SliceName { get; init; }

    /// <summary>DSTU2: a name for the element, which may mean a slice.</summary>
    public string? Name { get; init; }

    /// <summary>DSTU2: the name of the element that this one is defined as.</summary>
    public string? NameReference { get; init; }

    public int? Min { get; init; }

    /// <summary><see cref="int.MaxValue"/> for <c>*</c>.</summary>
    public int? Max { get; init; }

    /// <summary>Max in the base resource or datatype, which decides whether JSON carries an array.</summary>
    public int? BaseMax { get; init; }

    public IReadOnlyList<TypeFacts>? Types { get; init; }

    public string? ContentReference { get; init; }

    public SlicingFacts? Slicing { get; init; }

    public FhirNode Fixed { get; init; }

    public FhirNode Pattern { get; init; }

    public FhirNode MinValue { get; init; }

    public FhirNode MaxValue { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<ConstraintFacts> Constraints { get; init; } = [];

    public BindingFacts? Binding { get; init; }

    public bool? MustSupport { get; init; }

    public bool? IsModifier { get; init; }
}

/// <summary>One allowed type. Profiles of one code are alternatives; none means the type unprofiled.</summary>
/// <param name="Code">Empty for the value of a primitive, whose type is outside FHIR.</param>
internal sealed record TypeFacts(string Code, IReadOnlyList<string> Profiles, IReadOnlyList<string> TargetProfiles);

internal sealed record SlicingFacts(IReadOnlyList<DiscriminatorFacts> Discriminators, bool IsOrdered, SlicingRules Rules);

internal enum SlicingRules
{
    Open,
    OpenAtEnd,
    Closed,
}

/// <param name="Type">value, pattern, type, exists or profile.</param>
internal sealed record DiscriminatorFacts(string Type, string Path);

internal sealed record ConstraintFacts(string Key, bool IsError, string Human, string Expression);

/// <param name="ValueSet">Null when only a strength is given: the base's value set stays.</param>
internal sealed record BindingFacts(BindingStrength Strength, string? ValueSet, string? MaxValueSet);

internal enum BindingStrength
{
    Example,
    Preferred,
    Extensible,
    Required,
}
