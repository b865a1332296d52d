using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>What holds for an element in one type, beside its cardinality: compiled once, shared by threads, its children compiled when first met.</summary>
internal sealed class ElementRule(CompiledProfile profile, string elementId)
{
    private volatile NodeShape? _shape;
    private volatile ElementRule? _typeRoot;
    private volatile bool _isResolved;
    private RuleWork _work;

    internal CompiledProfile Profile { get; } = profile;

    internal string ElementId { get; } = elementId;

    internal PrimitiveType Primitive { get; init; }

    /// <summary>The kind of JSON literal that a value has; none of a rule for no primitive.</summary>
    internal FhirValueKind JsonKind { get; init; }

    /// <summary>The element holds a resource of a type that the instance names.</summary>
    internal bool IsResource { get; init; }

    /// <summary>The rule of a definition's first element, through which all its others are reached.</summary>
    internal bool IsRoot { get; init; }

    /// <summary>The rule of a resource itself.</summary>
    internal bool IsResourceRoot { get; init; }

    /// <summary>Name of the FHIR datatype ("Quantity", "BackboneElement").</summary>
    internal string TypeCode { get; init; } = string.Empty;

    /// <summary>The definition of the element's type, when the element's own definition says nothing about the children.</summary>
    internal CompiledProfile? Type { get; init; }

    /// <summary>Several profiles on the type, of which one must be met (of a resource: profiles that the content must meet).</summary>
    internal CompiledProfile[] Alternatives { get; init; } = [];

    /// <summary>The element tree whose children this element has, when its own definition constrains them.</summary>
    internal SnapshotElement? OwnChildren { get; init; }

    internal FhirNode Fixed { get; init; }

    internal FhirNode Pattern { get; init; }

    internal FhirNode MinValue { get; init; }

    internal FhirNode MaxValue { get; init; }

    internal int MaxLength { get; init; } = int.MaxValue;

    internal bool HasLimits => MaxLength < int.MaxValue || !MinValue.IsNone || !MaxValue.IsNone;

    internal Binding? Binding { get; init; }

    internal ReferenceTargets? Targets { get; init; }

    /// <summary>Null when there are none.</summary>
    internal InvariantSet? Invariants { get; init; }

    /// <summary>Nothing but type and children to check: the common case.</summary>
    internal bool IsPlain { get; init; }

    /// <summary>What there is to do beyond type and children, that of the type's own rule included; worked out when an element is first met.</summary>
    internal RuleWork Work => _isResolved ? _work : ResolveWork();

    /// <summary>The rule of the type itself, which holds beside this one; null when the children are this rule's own.</summary>
    internal ElementRule? TypeRoot => Type is null ? null : _typeRoot ??= Type.Root;

    /// <summary>The rule whose definition says which children there are: this one, or that of the type.</summary>
    internal ElementRule? ShapeOwner => OwnChildren is null ? TypeRoot : this;

    /// <summary>The children the element may have; null when its type is not carried.</summary>
    internal NodeShape? Shape => OwnChildren is null ? TypeRoot?.Shape : _shape ?? CompileShape();

    /// <summary>Its children are those of FHIR's own definition of its type, to which the profile adds nothing.</summary>
    internal bool HasBaseContent { get; private set; }

    private RuleWork ResolveWork()
    {
        var typeRoot = TypeRoot;
        HasBaseContent = OwnChildren is null && !IsResource && typeRoot is null or { Profile.IsBaseType: true };
        _work = (IsResource ? RuleWork.Resource : 0)
            | (Alternatives.Length > 1 ? RuleWork.Alternatives : 0)
            | ((IsRoot && !Profile.IsBaseType) || typeRoot is { Profile.IsBaseType: false } ? RuleWork.Profile : 0)
            | (TypeCode == "Reference" ? RuleWork.Reference : 0)
            | (TypeCode == "Coding" ? RuleWork.Coding : 0)
            | (TypeCode == "Identifier" ? RuleWork.Identifier : 0)
            | (TypeCode == "Extension" ? RuleWork.Extension : 0)
            | (IsPlain ? 0 : RuleWork.Values)
            | (typeRoot is { IsPlain: false } ? RuleWork.ValuesOfType : 0);
        _isResolved = true;
        return _work;
    }

    private NodeShape CompileShape()
    {
        lock (Profile.Store.CompileLock)
        {
            return _shape ??= ShapeCompiler.Compile(Profile, OwnChildren!);
        }
    }
}
