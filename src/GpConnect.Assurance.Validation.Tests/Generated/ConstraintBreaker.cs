using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Finds the constraints that a profile's differential adds, and breaks each of them in an instance that is valid otherwise.</summary>
internal sealed class ConstraintBreaker(CompiledProfile profile)
{
    private const string NoCode = "no-such-code";

    private readonly SnapshotElement _root = profile.Snapshot!;

    /// <summary>Every way to break the differential: what is broken, and how.</summary>
    internal IEnumerable<BrokenConstraint> All()
    {
        var editor = new SnapshotEditor(profile.Store, profile.Structure!, _root, isBase: false);
        foreach (var facts in profile.Structure!.Differential.Where(facts => facts.Path.Contains('.')))
        {
            if (editor.Locate(facts) is { } element && Chain(_root, element) is { } chain && IsReachable(chain))
            {
                foreach (var broken in Of(facts, element, chain))
                {
                    yield return broken;
                }
            }
        }
    }

    private IEnumerable<BrokenConstraint> Of(ElementFacts facts, SnapshotElement element, List<SnapshotElement> chain)
    {
        if (facts.Max == 0)
        {
            if (element.IsChoice || chain is [.., { IsChoice: true }, _])
            {
                yield break;
            }

            yield return Broken("prohibited", element, chain, _ => { });
            yield break;
        }

        var decides = DecidesSlice(element, chain);
        if (facts.Min >= 1 && !decides)
        {
            yield return Broken("missing", element, chain, place => RemoveOf(element, place));
        }

        if (facts.Max is > 0 and < int.MaxValue and var max && element.IsList && !decides)
        {
            yield return Broken("repeated", element, chain, place => place.Multiply(max));
        }

        if (facts.Fixed.HasValue && !decides)
        {
            yield return Broken("fixed", element, chain, place => place.Replace(Other(facts.Fixed)));
        }

        if (facts.Binding is { Strength: BindingStrength.Required } && element.Binding?.ValueSet is { } valueSet && !decides && IsDecidable(valueSet))
        {
            yield return Broken("binding", element, chain, place => place.Replace(WithUnknownCode(place.Value)));
        }

        if (ChoiceOf(chain) is { } choice && facts.Types is { Count: > 0 } && ForbiddenType(choice) is { } forbidden)
        {
            var name = ChoiceName.Of(choice.Name, forbidden);
            yield return Broken("type", element, chain, place => place.Rename(name, TypicalContent.Primitive(PrimitiveFormat.Of(forbidden))));
        }

        if (facts.Types is [{ Code: "Reference", TargetProfiles.Count: > 0 } type] && WrongTarget(type) is { } wrong)
        {
            yield return Broken("target", element, chain, place => place.Value["reference"] = wrong);
        }
    }

    private BrokenConstraint Broken(string kind, SnapshotElement element, List<SnapshotElement> chain, Action<Place> breakIt)
    {
        var instance = ProfileInstance.Of(profile, chain);
        if (!instance.Places.TryGetValue(element, out var place))
        {
            return new BrokenConstraint(profile, element, kind, null);
        }

        breakIt(place);
        return new BrokenConstraint(profile, element, kind, instance.Document);
    }

    private static void RemoveOf(SnapshotElement element, Place place)
    {
        if (element.SliceName is null)
        {
            place.RemoveAll();
        }
        else
        {
            place.Remove();
        }
    }

    /// <summary>The choice that the last element of a chain is, or is a type slice of.</summary>
    private static SnapshotElement? ChoiceOf(List<SnapshotElement> chain) =>
        chain[^1].IsChoice ? chain[^1] : chain.Count > 1 && chain[^2].IsChoice ? chain[^2] : null;

    /// <summary>A primitive type that the base allows and the profile does not.</summary>
    private static string? ForbiddenType(SnapshotElement choice)
    {
        var allowed = choice.Slicing is null && choice.Slices.Count > 0 ? choice.Slices.SelectMany(slice => slice.Types) : choice.Types;
        return choice.BaseTypes.Select(type => type.Code).FirstOrDefault(code => PrimitiveFormat.Of(code) != PrimitiveType.None && allowed.All(type => type.Code != code));
    }

    /// <summary>From the root's child down to the element; null when it is not in the tree.</summary>
    private static List<SnapshotElement>? Chain(SnapshotElement from, SnapshotElement to)
    {
        foreach (var next in (from.Children ?? []).Concat(from.Slices))
        {
            if (ReferenceEquals(next, to))
            {
                return [next];
            }

            if (Chain(next, to) is { } rest)
            {
                return [next, .. rest];
            }
        }

        return null;
    }

    private static bool IsReachable(List<SnapshotElement> chain) =>
        chain.SkipLast(1).All(ancestor => ancestor.Max > 0) && chain.TrueForAll(element => !IsUndecidedSlice(element, chain));

    /// <summary>A slice that nothing tells apart: the definition's own defect.</summary>
    private static bool IsUndecidedSlice(SnapshotElement element, List<SnapshotElement> chain)
    {
        var sliced = chain.Find(candidate => candidate.Slices.Contains(element));
        return sliced is { IsChoice: false }
            && (SlicerCompiler.Compile(Profiles.Store.Profile(Canonical.OfBaseType("Patient"))!, sliced, 0)?.Slices.All(slice => slice.ElementId != element.Id) ?? true);
    }

    /// <summary>An element that tells its slice apart: without it, or with another value, the element is simply in no slice.</summary>
    private static bool DecidesSlice(SnapshotElement element, List<SnapshotElement> chain)
    {
        if (element.Name == "url")
        {
            return true;
        }

        for (var i = 1; i < chain.Count; i++)
        {
            var paths = chain[i - 1].Slices.Contains(chain[i]) ? chain[i - 1].Slicing?.Discriminators.Select(discriminator => discriminator.Path) ?? [] : [];
            var below = string.Join('.', chain.Skip(i + 1).Where(step => step.SliceName is null || step.IsChoice).Select(step => step.Name));
            if (paths.Any(path => path == below || path.StartsWith(below + ".", StringComparison.Ordinal)) && below.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonNode Other(FhirNode value) => value.ValueKind switch
    {
        FhirValueKind.Boolean => value.Value != "true",
        FhirValueKind.Number => 4711,
        _ => value.Value + "x",
    };

    private static bool IsDecidable(string valueSet) =>
        Profiles.Store.ValueSet(valueSet)?.Contains(Utf8Comparer.Bytes(CodePicker.Pick(valueSet).System), Utf8Comparer.Bytes(NoCode)) == Membership.No;

    private static JsonNode WithUnknownCode(JsonNode value)
    {
        if (value is not JsonObject coded)
        {
            return NoCode;
        }

        var changed = coded.DeepClone().AsObject();
        var coding = changed["coding"]?[0]?.AsObject() ?? changed;
        coding["code"] = NoCode;
        return changed;
    }

    private static string? WrongTarget(TypeFacts type)
    {
        var allowed = type.TargetProfiles.Select(Profiles.Store.TypeOf).ToList();
        return allowed.Contains("Resource") || allowed.Contains(null) ? null : new[] { "Flag/1", "Slot/1" }.FirstOrDefault(target => !allowed.Contains(target[..^2]));
    }
}
