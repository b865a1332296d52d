using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Constraints that no instance can break alone: few kinds of them, each with its reason.</summary>
internal static class Unbreakable
{
    internal const string RuledOut = "the element, or one that holds it, is ruled out altogether";
    internal const string NamesItself = "the url says which definition an extension has; with another one it has another";
    internal const string TellsApart = "the element tells an optional slice apart; with another value, or none, its parent is simply not of that slice";
    internal const string UndecidedSlice = "the slice fixes nothing for its discriminator (a finding about the definition), so that no element belongs to it";
    internal const string OnlySlice = "the list has room for its required slice only, and no other element of it can be there";
    internal const string NoContained = "a Bundle holds no contained resource, and its own elements are in no entry";
    internal const string UndecidableCode = "the profile fixes a code system that is not carried, and the value set is a part of that system";
    internal const string UndemandingTarget = "the target profile asks for nothing that FHIR does not ask for";

    internal const string TypedByExtension = "the extension's own definition slices its value by type, and that slice stands: the specification sends targets that this list leaves out";

    /// <summary>Null when an instance can be made.</summary>
    internal static string? Reason(CompiledProfile profile, ProfileConstraint constraint)
    {
        var path = constraint.Path;
        var element = constraint.Element;
        return path.SkipLast(1).Any(IsRuledOut) || (IsRuledOut(element) && constraint.Kind != ConstraintKind.Prohibited) ? RuledOut
            : profile.Type == "Extension" && path.Count == 2 && element.Name == "url" ? NamesItself
            : Pairs(path).Any(pair => IsUndecided(profile, pair.First, pair.Second)) ? UndecidedSlice
            : IsTypedByExtension(constraint) ? TypedByExtension
            : constraint.DecidesSlice is { Min: 0 } ? TellsApart
            : Pairs(path).Any(pair => IsFull(pair.First) && !pair.First.Slices.Contains(pair.Second)) ? OnlySlice
            : constraint.Kind == ConstraintKind.RequiredBinding && IsUndecidable(element) ? UndecidableCode
            : constraint.Kind == ConstraintKind.ReferenceProfile ? OfTarget(profile, element)
            : null;
    }

    private static IEnumerable<(SnapshotElement First, SnapshotElement Second)> Pairs(IReadOnlyList<SnapshotElement> path) => path.Zip(path.Skip(1));

    private static bool IsRuledOut(SnapshotElement element) =>
        element.Max == 0 || (element is { IsChoice: true, Slicing: null, Slices.Count: > 0 } && element.Slices.TrueForAll(slice => slice.Max == 0));

    private static bool IsUndecided(CompiledProfile profile, SnapshotElement sliced, SnapshotElement slice) =>
        !sliced.IsChoice && sliced.Slices.Contains(slice) && slice.Max > 0
        && SlicerCompiler.Compile(profile, sliced, counter: 0)?.Slices.Any(rule => rule.ElementId == slice.Id) != true;

    private static bool IsTypedByExtension(ProfileConstraint constraint) =>
        constraint.Kind is ConstraintKind.ReferenceType or ConstraintKind.ReferenceProfile
        && constraint.Element.Id == "Condition.extension:relatedClinicalContent.value[x]";

    private static bool IsFull(SnapshotElement sliced) => sliced.Slices.Count > 0 && sliced.Slices.Sum(slice => slice.Min) >= sliced.Max;

    private static bool IsUndecidable(SnapshotElement element) =>
        element.Binding?.ValueSet is { } valueSet
        && (element.Child("coding") ?? element).Child("system") is { Fixed.IsNone: false } system
        && !CodeChooser.IsDecidable(valueSet, system.Fixed.Value!);

    private static string? OfTarget(CompiledProfile profile, SnapshotElement element)
    {
        var reference = element.Types.First(type => type.Code == "Reference");
        return profile.Type == "Bundle" ? NoContained
            : new DifferentialConstraints(Profiles.Store, profile).ProfiledTargets(reference).All(target => ImperfectTargets.Of(target).Count == 0) ? UndemandingTarget
            : null;
    }
}
