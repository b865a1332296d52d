namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Lists what the differential of a profile says, each with the element of the snapshot that it is about.</summary>
internal sealed class DifferentialConstraints(DefinitionStore store, CompiledProfile profile)
{
    private readonly HashSet<SnapshotElement> _choices = new(ReferenceEqualityComparer.Instance);

    internal IReadOnlyList<ProfileConstraint> All() =>
        [.. profile.Structure!.Differential.SelectMany(facts => Kinds(facts, ElementPath.Find(profile.Snapshot!, facts)))];

    private IEnumerable<ProfileConstraint> Kinds(ElementFacts facts, IReadOnlyList<SnapshotElement> path)
    {
        var element = path[^1];
        var isSlice = path.Count > 1 && path[^2].Slices.Contains(element);
        var isExtensionRoot = path.Count == 1 && profile.Type == "Extension";
        foreach (var kind in Kinds(facts, element, isList: isExtensionRoot || element.IsList || isSlice && path[^2].IsList))
        {
            yield return new ProfileConstraint(kind, path);
        }

        if (isSlice && path[^2] is { IsChoice: true, Slicing: null } choice && _choices.Add(choice) && choice.Slices.Count < choice.BaseTypes.Count)
        {
            yield return new ProfileConstraint(ConstraintKind.Type, [.. path.SkipLast(1)]);
        }
    }

    private IEnumerable<ConstraintKind> Kinds(ElementFacts facts, SnapshotElement element, bool isList)
    {
        if (facts.Min > 0)
        {
            yield return ConstraintKind.Minimum;
        }

        if (facts.Max == 0)
        {
            yield return ConstraintKind.Prohibited;
        }
        else if (facts.Max < int.MaxValue && isList)
        {
            yield return ConstraintKind.Maximum;
        }

        if (!facts.Fixed.IsNone)
        {
            yield return ConstraintKind.FixedValue;
        }

        if (facts.Binding is { Strength: BindingStrength.Required })
        {
            yield return ConstraintKind.RequiredBinding;
        }

        foreach (var kind in OfTypes(facts, element).Concat(OfSlicing(facts, element)))
        {
            yield return kind;
        }
    }

    private IEnumerable<ConstraintKind> OfTypes(ElementFacts facts, SnapshotElement element)
    {
        var types = facts.Types ?? [];
        if (types.Count > 0 && element.IsChoice && _choices.Add(element) && element.BaseTypes.Any(known => types.All(type => type.Code != known.Code)))
        {
            yield return ConstraintKind.Type;
        }

        if (types.Any(type => type.Profiles.Any(store.HasProfile)))
        {
            yield return ConstraintKind.TypeProfile;
        }

        if (types.FirstOrDefault(type => type.Code == "Reference") is { TargetProfiles.Count: > 0 } reference
            && reference.TargetProfiles.All(target => TypeName(target) != "Resource"))
        {
            yield return ConstraintKind.ReferenceType;
            if (ProfiledTargets(reference).Any())
            {
                yield return ConstraintKind.ReferenceProfile;
            }
        }
    }

    private static IEnumerable<ConstraintKind> OfSlicing(ElementFacts facts, SnapshotElement element)
    {
        if (facts.Slicing is not { } slicing || element.Slices.Count == 0)
        {
            yield break;
        }

        if (slicing.Rules == SlicingRules.Closed)
        {
            yield return ConstraintKind.ClosedSlicing;
        }

        if (slicing.Rules == SlicingRules.OpenAtEnd)
        {
            yield return ConstraintKind.OpenAtEndSlicing;
        }

        if (slicing.IsOrdered)
        {
            yield return ConstraintKind.OrderedSlicing;
        }
    }

    /// <summary>The target profiles that a resource of their type must meet, having no other choice.</summary>
    internal IEnumerable<string> ProfiledTargets(TypeFacts reference) => reference.TargetProfiles.Where(target =>
        store.Profile(target) is { IsBaseType: false } profiled && reference.TargetProfiles.All(other => other == target || TypeName(other) != profiled.Type));

    internal string TypeName(string target) => TypeContent.TypeName(target, store);
}
