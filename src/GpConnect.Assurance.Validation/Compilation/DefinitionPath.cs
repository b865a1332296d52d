using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Follows a discriminator's path through element trees: what the definition says of the element at its end, and the steps to it in a document.</summary>
/// <param name="IsTarget">The end is the resource that the element, a Reference, points to.</param>
internal sealed record DefinitionPath(SnapshotElement Element, PathStep[] Path, bool IsTarget)
{
    /// <summary>Null when the definition has no such element.</summary>
    internal static DefinitionPath? Follow(DefinitionStore store, SnapshotElement start, ReadOnlySpan<string> names)
    {
        var element = start;
        var path = new List<PathStep>();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] == DiscriminatorPath.Resolve && i == names.Length - 1)
            {
                return new DefinitionPath(element, [.. path, PathStep.Resolve], IsTarget: true);
            }

            if (Next(store, element, names[i]) is not { } next)
            {
                return null;
            }

            element = next.Element;
            path.Add(next.Step);
        }

        return new DefinitionPath(element, [.. path], IsTarget: false);
    }

    /// <summary>One step: in the element's own tree, or in that of its type or target.</summary>
    internal static (SnapshotElement Element, PathStep Step)? Next(DefinitionStore store, SnapshotElement element, string name)
    {
        if (name == DiscriminatorPath.Resolve)
        {
            return element.Types is [{ TargetProfiles: [var target] }] && store.Profile(target)?.Snapshot is { } resource ? (resource, PathStep.Resolve) : null;
        }

        var tree = element.Children is not null ? element : TypeTree(store, element);
        if (DiscriminatorPath.UrlOf(name) is { } url)
        {
            return Extension(store, tree, url) is { } extension ? (extension, PathStep.Extension(url)) : null;
        }

        return tree is null ? null : Child(tree, name);
    }

    private static (SnapshotElement Element, PathStep Step)? Child(SnapshotElement tree, string name)
    {
        if (tree.Child(name) is { } child)
        {
            return (child, PathStep.Child(FhirNames.Intern(name)));
        }

        foreach (var choice in tree.Children!.Where(candidate => candidate.IsChoice))
        {
            if (choice.Name == name + "[x]")
            {
                return (OnlyOf(choice), PathStep.Child([.. NamesOf(choice).Select(FhirNames.Intern)]));
            }

            if (choice.BaseTypes.Any(type => ChoiceName.Of(choice.Name, type.Code) == name))
            {
                return (choice.Slices.Find(slice => slice.Name == name) ?? choice, PathStep.Child(FhirNames.Intern(name)));
            }
        }

        return null;
    }

    private static SnapshotElement? TypeTree(DefinitionStore store, SnapshotElement element)
    {
        var canonical = element.Types is [var type] ? (type.Profiles is [var profile] ? profile : Canonical.OfBaseType(type.Code)) : null;
        return canonical is null ? null : store.Profile(canonical)?.Snapshot;
    }

    private static SnapshotElement? Extension(DefinitionStore store, SnapshotElement? tree, string url)
    {
        var slice = tree?.Child("extension")?.Slices.Find(known =>
            known.Types is [{ Profiles: [var profile] }] ? profile == url : known.Child("url") is { Fixed: { IsNone: false } required } && required.Value == url);
        return slice ?? store.Profile(url)?.Snapshot;
    }

    /// <summary>The type slice, where the choice is divided into one alone, which holds what is said of its content.</summary>
    private static SnapshotElement OnlyOf(SnapshotElement choice) => choice is { Slicing: null, Slices: [var only] } ? only : choice;

    /// <summary>The names under which the choice may stand: those of its slices where they leave no others, or of its types.</summary>
    private static IEnumerable<string> NamesOf(SnapshotElement choice) => choice is { Slicing: null, Slices.Count: > 0 }
        ? choice.Slices.Where(slice => slice.Max > 0).Select(slice => slice.Name)
        : choice.Types.Select(type => ChoiceName.Of(choice.Name, type.Code));
}
