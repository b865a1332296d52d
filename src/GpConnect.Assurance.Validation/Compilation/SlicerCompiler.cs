using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Makes the slices of a list, and the conditions that tell them apart, from the element tree.</summary>
internal static class SlicerCompiler
{
    private static readonly SlicingFacts ByUrl = new([new DiscriminatorFacts("value", "url")], IsOrdered: false, SlicingRules.Open);

    /// <param name="counter">First counter that the slicer may use.</param>
    internal static Slicer? Compile(CompiledProfile profile, SnapshotElement element, int counter)
    {
        if (element.Slices.Count == 0)
        {
            return null;
        }

        // Publishers leave out the slicing entry of extensions: they are always told apart by url.
        var isExtension = element.Types is [{ Code: "Extension" }];
        var slicing = element.Slicing is { Discriminators.Count: > 0 } ? element.Slicing : isExtension ? ByUrl : null;
        if (slicing is null)
        {
            profile.Store.Report(profile.Url, element.Id, "It has slices but no discriminator; the slices are ignored.");
            return null;
        }

        var slices = new List<SliceRule>();
        var next = counter + 1;
        foreach (var slice in element.Slices)
        {
            var compiled = Slice(profile, slice, slicing, slices.Count + 1, next);
            if (compiled is not null)
            {
                slices.Add(compiled);
                next += 1 + (compiled.Slicer?.CounterCount ?? 0);
            }
        }

        return slices.Count == 0 ? null : new Slicer([.. slices], slicing.Rules, slicing.IsOrdered, counter);
    }

    private static SliceRule? Slice(CompiledProfile profile, SnapshotElement slice, SlicingFacts slicing, int position, int counter)
    {
        var discriminators = new List<Discriminator>();
        foreach (var facts in slicing.Discriminators)
        {
            if (Condition(profile, slice, facts) is { } discriminator)
            {
                discriminators.Add(discriminator);
            }
            else
            {
                profile.Store.Report(profile.Url, slice.Id, $"It fixes nothing for the discriminator {facts.Type}:{facts.Path}, so that no element can be told to belong to it; it is ignored.");
                return null;
            }
        }

        var rule = RuleCompiler.Rule(profile, slice);
        var reslices = Compile(profile, slice, counter + 1);
        return new SliceRule(slice.SliceName ?? slice.Name, slice.Id, position, slice.Min, slice.Max, counter, [.. discriminators], rule, reslices);
    }

    private static Discriminator? Condition(CompiledProfile profile, SnapshotElement slice, DiscriminatorFacts facts)
    {
        var names = facts.Path is "$this" or "" ? [] : facts.Path.Split('.');
        if (names.Any(name => name.Contains('(', StringComparison.Ordinal)))
        {
            return null;
        }

        return facts.Type switch
        {
            "exists" => Existence(profile.Store, slice, names),
            "type" => ByResourceType(profile.Store, slice, names),
            "value" or "pattern" => ByValue(profile.Store, slice, names),
            _ => null,
        };
    }

    private static Discriminator? ByValue(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        var path = Array.ConvertAll(names, FhirNames.Intern);
        var element = slice;
        for (var depth = 0; ; depth++)
        {
            // What an element on the way fixes as a whole decides as well as what the end of the path fixes.
            if (!element.Fixed.IsNone)
            {
                return Fixed(path[..depth], element.Fixed, isPattern: false);
            }

            if (!element.Pattern.IsNone)
            {
                return Fixed(path[..depth], element.Pattern, isPattern: true);
            }

            if (depth == names.Length)
            {
                return ByBinding(store, element, path);
            }

            if (names[depth] == "url" && element.Types is [{ Code: "Extension", Profiles: [var canonical] }] && element.Child("url") is null or { Fixed.IsNone: true })
            {
                return new Discriminator.Value(path[..(depth + 1)], Utf8Comparer.Bytes(canonical));
            }

            if (Next(store, element, names[depth]) is not { } child)
            {
                return null;
            }

            element = child;
        }
    }

    private static Discriminator Fixed(int[] path, FhirNode required, bool isPattern) => required.HasValue
        ? new Discriminator.Value(path, required.ValueUtf8.ToArray())
        : new Discriminator.Structure(path, required, isPattern);

    private static Discriminator.Code? ByBinding(DefinitionStore store, SnapshotElement element, int[] path) =>
        element.Binding is { Strength: BindingStrength.Required, ValueSet: { } valueSet }
            ? new Discriminator.Code(path, new Binding(store, BindingStrength.Required, valueSet, maxValueSet: null))
            : null;

    private static Discriminator.Exists? Existence(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        var element = At(store, slice, names);
        return element is { Max: 0 } ? new Discriminator.Exists(Array.ConvertAll(names, FhirNames.Intern), isPresent: false)
            : element is { Min: > 0 } ? new Discriminator.Exists(Array.ConvertAll(names, FhirNames.Intern), isPresent: true)
            : null;
    }

    private static Discriminator.ResourceType? ByResourceType(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        var element = At(store, slice, names);
        return element is { Types.Count: > 0 }
            ? new Discriminator.ResourceType(Array.ConvertAll(names, FhirNames.Intern), [.. element.Types.Select(type => FhirNames.Intern(type.Code))])
            : null;
    }

    private static SnapshotElement? At(DefinitionStore store, SnapshotElement slice, string[] names)
    {
        SnapshotElement? element = slice;
        foreach (var name in names)
        {
            element = element is null ? null : Next(store, element, name);
        }

        return element;
    }

    /// <summary>The child in the slice's own tree, or in that of its type.</summary>
    private static SnapshotElement? Next(DefinitionStore store, SnapshotElement element, string name)
    {
        if (element.Children is not null)
        {
            return element.Child(name) ?? element.Children.Find(child => child.IsChoice && child.Name == name + "[x]");
        }

        var canonical = element.Types is [var type] ? (type.Profiles is [var profile] ? profile : Canonical.OfBaseType(type.Code)) : null;
        return canonical is null ? null : store.Profile(canonical)?.Snapshot?.Child(name);
    }
}
