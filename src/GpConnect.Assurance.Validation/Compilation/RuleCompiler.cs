using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Makes the rule of an element, in one of its types, from the element tree.</summary>
internal static class RuleCompiler
{
    /// <summary>Checked on reading; DSTU2 has no definition of it.</summary>
    private const string NarrativeContent = "xhtml";
    private static readonly TypeFacts NoType = new(string.Empty, [], []);

    /// <summary>The rule of a type itself: its root element, with its children.</summary>
    internal static ElementRule Root(CompiledProfile profile, SnapshotElement root)
    {
        var type = new TypeFacts(profile.Type, [], []);
        return Rule(profile, root, type, root.Children ?? [], typeProfile: null);
    }

    internal static ElementRule Rule(CompiledProfile profile, SnapshotElement element, TypeFacts? allowed = null)
    {
        var type = allowed ?? (element.Types.Count > 0 ? element.Types[0] : NoType);
        return element.ContentReference is { } reference && element.Children is null
            ? Referring(profile, element, reference)
            : Rule(profile, element, type, element.Children, TypeProfile(profile, element, type));
    }

    private static ElementRule Rule(CompiledProfile profile, SnapshotElement element, TypeFacts type, List<SnapshotElement>? children, CompiledProfile? typeProfile)
    {
        var store = profile.Store;
        var isResource = element.Id != profile.Type && IsResource(element, type.Code);
        var primitive = PrimitiveFormat.Of(type.Code);
        var binding = element.Binding is { ValueSet: { } valueSet } facts && IsChecked(facts) && IsCoded(type.Code)
            ? new Binding(store, facts.Strength, valueSet, facts.MaxValueSet)
            : null;
        var targets = type.Code == "Reference" ? ReferenceTargets.Of(profile, element, type) : null;
        var alternatives = children is not null ? [] : isResource ? Resources(store, element) : type.Profiles.Count > 1 ? Alternatives(store, type) : [];
        var invariants = Invariants(profile, element);
        return new ElementRule(profile, element.Id)
        {
            Primitive = primitive,
            JsonKind = primitive == PrimitiveType.None ? FhirValueKind.None : PrimitiveFormat.JsonKind(primitive),
            IsResource = isResource,
            IsRoot = ReferenceEquals(element, profile.Snapshot),
            IsResourceRoot = profile.IsResource && ReferenceEquals(element, profile.Snapshot),
            TypeCode = type.Code,
            Type = typeProfile,
            Alternatives = alternatives,
            OwnChildren = children is null ? null : element,
            Fixed = element.Fixed,
            Pattern = element.Pattern,
            MinValue = element.MinValue,
            MaxValue = element.MaxValue,
            MaxLength = element.MaxLength ?? int.MaxValue,
            Binding = binding,
            Targets = targets,
            Invariants = invariants.Length == 0 ? null : new InvariantSet(invariants),
            IsPlain = element.Fixed.IsNone && element.Pattern.IsNone && element.MinValue.IsNone && element.MaxValue.IsNone && element.MaxLength is null
                && binding is null && invariants.Length == 0 && alternatives.Length == 0,
        };
    }

    /// <summary>An element that is defined as another one of the same resource: <c>Parameters.parameter.part</c>.</summary>
    private static ElementRule Referring(CompiledProfile profile, SnapshotElement element, string reference)
    {
        var path = reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..];
        var owner = profile.Store.BaseType(path.Split('.')[0]) ?? profile;
        if (owner.Referred(path) is { } rule)
        {
            return rule;
        }

        profile.Store.Report(profile.Url, element.Id, $"It refers to {reference}, which does not exist.");
        return new ElementRule(profile, element.Id);
    }

    private static CompiledProfile? TypeProfile(CompiledProfile profile, SnapshotElement element, TypeFacts type)
    {
        if (element.Children is not null || type.Code.Length == 0 || IsResource(element, type.Code))
        {
            return null;
        }

        var store = profile.Store;
        if (type.Profiles is [var canonical])
        {
            if (store.Profile(canonical) is { } named)
            {
                return named;
            }

            store.Report(profile.Url, element.Id, $"Its type profile {canonical} is not among the definitions; only the type is checked.");
        }

        var baseType = store.BaseType(type.Code);
        if (baseType is null && type.Code != NarrativeContent)
        {
            // Once for each definition and type: without FHIR's own definitions every element would have it.
            store.Report(profile.Url, null, $"It uses the type {type.Code}, which is not among the definitions; the content of such elements is not checked.");
        }

        return baseType;
    }

    private static CompiledProfile[] Alternatives(DefinitionStore store, TypeFacts type) =>
        [.. type.Profiles.Select(store.Profile).OfType<CompiledProfile>()];

    private static Invariant[] Invariants(CompiledProfile profile, SnapshotElement element) =>
        [.. element.Constraints.Where(constraint => !Invariant.IsNative(constraint)).Select(constraint => new Invariant(profile, element, constraint))];

    private static bool IsChecked(BindingFacts binding) => binding.Strength != BindingStrength.Example || binding.MaxValueSet is not null;

    /// <summary>Of a choice only the types that carry codes are bound: a Reference in place of a CodeableConcept has none.</summary>
    private static bool IsCoded(string typeCode) =>
        typeCode is "CodeableConcept" or "Coding" or "Quantity" or "Age" or "Count" or "Distance" or "Duration" or "Money" or "SimpleQuantity"
        || PrimitiveFormat.Of(typeCode) is PrimitiveType.Code or PrimitiveType.String or PrimitiveType.Uri;

    /// <summary>What the content may be, where the definition says more than that it is a resource: types, and profiles on them.</summary>
    private static CompiledProfile[] Resources(DefinitionStore store, SnapshotElement element) =>
        element.Types.Any(type => type.Profiles.Count == 0 && IsAnyResource(type.Code)) ? []
            : [.. element.Types.SelectMany(type => type.Profiles.Count > 0 ? Alternatives(store, type) : new[] { store.BaseType(type.Code) }.OfType<CompiledProfile>())];

    /// <summary>By what the base definition says of the place: a profile may narrow it to one type of resource.</summary>
    private static bool IsResource(SnapshotElement element, string typeCode) =>
        IsAnyResource(typeCode) || element.BaseTypes is [{ Code: var baseCode }] && IsAnyResource(baseCode);

    private static bool IsAnyResource(string typeCode) => typeCode is "Resource" or "DomainResource";
}
