using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Makes the condition that a discriminator means for one slice, from what the slice says of the elements on its path.</summary>
internal static class DiscriminatorCompiler
{
    private static readonly PathStep[] Here = [];

    /// <summary>Null when the slice says nothing by which its elements could be told.</summary>
    internal static Discriminator? Compile(DefinitionStore store, SnapshotElement slice, DiscriminatorFacts facts)
    {
        if (DiscriminatorPath.Parse(facts.Path) is not { } names)
        {
            return null;
        }

        return facts.Type switch
        {
            "exists" => Existence(store, slice, names),
            "type" => ByType(store, slice, names),
            "profile" => ByProfile(store, slice, names),
            "value" or "pattern" => ByValue(store, slice, Here, names),
            _ => null,
        };
    }

    private static Discriminator? ByValue(DefinitionStore store, SnapshotElement element, PathStep[] path, ReadOnlySpan<string> names)
    {
        // What an element on the way fixes as a whole decides as well as what the end of the path fixes.
        if (!element.Fixed.IsNone)
        {
            return Fixed(path, element.Fixed, isPattern: false);
        }

        if (!element.Pattern.IsNone)
        {
            return Fixed(path, element.Pattern, isPattern: true);
        }

        if (names.IsEmpty)
        {
            return (Discriminator?)ByContent(store, element, path) ?? ByBinding(store, element, path);
        }

        if (names[0] == "url" && element.Types is [{ Code: "Extension", Profiles: [var canonical] }] && element.Child("url") is null or { Fixed.IsNone: true })
        {
            return new Discriminator.Value([.. path, PathStep.Child(FhirNames.Intern("url"))], Utf8Comparer.Bytes(canonical));
        }

        if (DefinitionPath.Next(store, element, names[0]) is not { } next)
        {
            return null;
        }

        PathStep[] longer = [.. path, next.Step];
        return (Discriminator?)BySlices(store, next.Element, longer, names[1..]) ?? ByValue(store, next.Element, longer, names[1..]);
    }

    /// <summary>
    /// The element is itself divided into slices, of which the definition requires some (a code in LOINC and in SNOMED CT): one that is there tells.
    /// That the others are there too is asked of the elements of the slice.
    /// </summary>
    private static Discriminator.AnyOf? BySlices(DefinitionStore store, SnapshotElement element, PathStep[] path, ReadOnlySpan<string> names)
    {
        var options = new List<Discriminator>();
        foreach (var slice in element.Slices)
        {
            if (slice.Min > 0 && ByValue(store, slice, Here, names) is { } option)
            {
                options.Add(option);
            }
        }

        return options.Count == 0 ? null : new Discriminator.AnyOf(path, [.. options]);
    }

    /// <summary>Nothing is fixed at the end of the path, but below it: <c>code</c> by the system and code of its coding.</summary>
    private static Discriminator.AllOf? ByContent(DefinitionStore store, SnapshotElement element, PathStep[] path)
    {
        var required = new List<Discriminator>();
        var optional = new List<(PathStep[] Path, Discriminator Condition)>();
        foreach (var child in element.Children ?? [])
        {
            if (child.Max == 0 || child.IsChoice || child.Name is "extension" or "modifierExtension")
            {
                continue;
            }

            PathStep[] step = [PathStep.Child(FhirNames.Intern(child.Name))];
            if (((Discriminator?)BySlices(store, child, step, []) ?? OfChild(store, child, step)) is not { } condition)
            {
                continue;
            }

            if (child.Min > 0)
            {
                required.Add(condition);
            }
            else
            {
                optional.Add((step, condition));
            }
        }

        if (required.Count == 0)
        {
            // Where nothing has to be there, what is fixed at least tells when it is.
            required.AddRange(optional.Select(part => part.Condition));
            optional.Clear();
        }

        return required.Count == 0 ? null : new Discriminator.AllOf(path, [.. required, .. optional.Select(part => new Discriminator.IfPresent(part.Path, part.Condition))]);
    }

    private static Discriminator? OfChild(DefinitionStore store, SnapshotElement child, PathStep[] path) =>
        !child.Fixed.IsNone ? Fixed(path, child.Fixed, isPattern: false)
        : !child.Pattern.IsNone ? Fixed(path, child.Pattern, isPattern: true)
        : ByContent(store, child, path);

    private static Discriminator Fixed(PathStep[] path, FhirNode required, bool isPattern) => required.HasValue
        ? new Discriminator.Value(path, required.ValueUtf8.ToArray())
        : new Discriminator.Structure(path, required, isPattern);

    private static Discriminator.Code? ByBinding(DefinitionStore store, SnapshotElement element, PathStep[] path) =>
        element.Binding is { Strength: BindingStrength.Required, ValueSet: { } valueSet }
            ? new Discriminator.Code(path, new Binding(store, BindingStrength.Required, valueSet, maxValueSet: null))
            : null;

    private static Discriminator.Exists? Existence(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        var end = DefinitionPath.Follow(store, slice, names);
        return end?.Element is { Max: 0 } ? new Discriminator.Exists(end.Path, isPresent: false)
            : end?.Element is { Min: > 0 } ? new Discriminator.Exists(end.Path, isPresent: true)
            : null;
    }

    private static Discriminator? ByType(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        if (DefinitionPath.Follow(store, slice, names) is not { Element: { Types.Count: > 0 } element } end)
        {
            return null;
        }

        if (end.IsTarget)
        {
            return new Discriminator.ResourceType(end.Path, TypesOfTargets(store, element));
        }

        if (element.Types.All(type => store.BaseType(type.Code) is { IsResource: true }))
        {
            return new Discriminator.ResourceType(end.Path, [.. element.Types.Select(type => type.Code)]);
        }

        // Of a choice the name tells the type: valueQuantity.
        return end.Path.Length == 0 ? null : new Discriminator.Exists(end.Path, isPresent: true);
    }

    private static Discriminator.Profile? ByProfile(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        if (DefinitionPath.Follow(store, slice, names) is not { Element: { Types.Count: > 0 } element } end)
        {
            return null;
        }

        var canonicals = element.Types.SelectMany(type => end.IsTarget ? type.TargetProfiles : type.Profiles);
        CompiledProfile[] profiles = [.. canonicals.Select(store.Profile).OfType<CompiledProfile>()];
        return profiles.Length == 0 ? null : new Discriminator.Profile(end.Path, profiles);
    }

    private static List<string> TypesOfTargets(DefinitionStore store, SnapshotElement reference) =>
        [.. reference.Types.SelectMany(type => type.TargetProfiles).Select(target => store.TypeOf(target) ?? target[(target.LastIndexOf('/') + 1)..])];
}
