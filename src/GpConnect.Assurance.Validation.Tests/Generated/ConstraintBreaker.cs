using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Makes, for one constraint of a profile, the instance that keeps it and those that break it alone.</summary>
internal sealed class ConstraintBreaker(GeneratedProfile generated, ProfileConstraint constraint)
{
    private const string Other = "https://example.org/other";
    private const string NoCode = "no-such-code";
    private const string SnomedRoot = "138875005";
    private readonly SnapshotElement _element = constraint.Element;
    private readonly DifferentialConstraints _differential = new(Profiles.Store, generated.Profile);

    /// <summary>An instance that has the element (or, where that is ruled out, its parent) and is right.</summary>
    internal JsonObject Kept() => Document(Generator(constraint.Kind == ConstraintKind.Prohibited ? constraint.Path.SkipLast(constraint.Sliced is null ? 1 : 2) : constraint.Path));

    /// <summary>Instances that break the constraint in different ways.</summary>
    internal IEnumerable<JsonObject> Broken() => constraint.Kind switch
    {
        ConstraintKind.Minimum => [Edited(Remove)],
        ConstraintKind.Prohibited => [Document(Generator(constraint.Path))],
        ConstraintKind.Maximum => [Repeated()],
        ConstraintKind.Type => [ExcludedType()],
        ConstraintKind.TypeProfile => [Edited(BreakType)],
        ConstraintKind.ReferenceType => [Edited(place => place.Node["reference"] = ExcludedTarget() + "/1")],
        ConstraintKind.ReferenceProfile => Unprofiled(),
        ConstraintKind.FixedValue => [Edited(place => place.Replace(OtherValue()))],
        ConstraintKind.RequiredBinding => Uncoded(),
        ConstraintKind.ClosedSlicing => [Edited(place => place.List!.Add(Unsliced(place.Node)))],
        ConstraintKind.OpenAtEndSlicing => [Edited(place => place.List!.Insert(0, Unsliced(place.Node)))],
        ConstraintKind.OrderedSlicing => [Reordered()],
        _ => [],
    };

    private static InstanceGenerator Generator(IEnumerable<SnapshotElement> wanted)
    {
        var generator = new InstanceGenerator(Profiles.Store);
        generator.Want(wanted);
        return generator;
    }

    private JsonObject Document(InstanceGenerator generator) => generated.Document(generator.Instance(generated.Profile));

    private JsonObject Edited(Action<Place> edit)
    {
        var generator = Generator(constraint.Path);
        if (_element.IsChoice && ReferenceFacts() is { } reference && constraint.Kind is ConstraintKind.ReferenceType or ConstraintKind.ReferenceProfile)
        {
            generator.WantAs(_element, reference);
        }
        else if (constraint.Kind is ConstraintKind.OpenAtEndSlicing or ConstraintKind.ClosedSlicing)
        {
            generator.Want([_element.Slices[0]]);
        }

        var document = Document(generator);
        edit(generator.PlacesOf(_element)[0]);
        return document;
    }

    private void Remove(Place place)
    {
        if (constraint.Sliced is { IsChoice: false })
        {
            place.Remove();
        }
        else
        {
            place.Owner.Remove(place.Name);
        }

        if (place.Owner.Count == 0)
        {
            place.Owner["extension"] = new JsonArray(new JsonObject { ["url"] = Other, ["valueString"] = "text" });
        }
    }

    private JsonObject Repeated()
    {
        if (constraint.Path.Count == 1)
        {
            var document = Document(Generator(constraint.Path));
            document["extension"]!.AsArray().Add(document["extension"]![0]!.DeepClone());
            return document;
        }

        return Edited(place =>
        {
            for (var count = 1; count <= _element.Max; count++)
            {
                place.List!.Insert(place.List.IndexOf(place.Node), place.Node.DeepClone());
            }
        });
    }

    private JsonObject ExcludedType()
    {
        var excluded = _element.BaseTypes.First(type => _element.Slicing is null && _element.Slices.Count > 0
            ? _element.Slices.TrueForAll(slice => slice.Name != ChoiceName.Of(_element.Name, type.Code))
            : _element.Types.All(allowed => allowed.Code != type.Code));
        var generator = Generator(constraint.Path);
        generator.WantAs(_element, excluded);
        return Document(generator);
    }

    /// <summary>An extension with another type of value than its definition has, or a value where its definition has parts; a Quantity with an extension twice.</summary>
    private void BreakType(Place place)
    {
        var node = place.Node.AsObject();
        var profile = Profiles.Store.Profile(_element.Types[0].Profiles[0])!;
        if (profile.Type != "Extension")
        {
            var extension = profile.Snapshot!.Child("extension")!.Slices[0];
            var instance = new InstanceGenerator(Profiles.Store).Instance(Profiles.Store.Profile(extension.Types[0].Profiles[0])!);
            node["extension"] = new JsonArray(instance, instance.DeepClone());
            return;
        }

        foreach (var value in node.Select(property => property.Key).Where(name => name.StartsWith("value", StringComparison.Ordinal)).ToList())
        {
            node.Remove(value);
        }

        var name = new[] { "valueTime", "valueOid" }.First(other => profile.Root!.Shape!.Find(Fhir.FhirNames.Intern(other))!.Rule is null);
        node[name] = PrimitiveSample.Of(name == "valueTime" ? "time" : "oid");
    }

    private TypeFacts? ReferenceFacts() => _element.Types.FirstOrDefault(type => type.Code == "Reference");

    private string ExcludedTarget()
    {
        var allowed = ReferenceFacts()!.TargetProfiles.Select(_differential.TypeName).ToHashSet(StringComparer.Ordinal);
        return new[] { "Binary", "Slot", "Patient" }.First(type => !allowed.Contains(type));
    }

    private IEnumerable<JsonObject> Unprofiled()
    {
        foreach (var resource in _differential.ProfiledTargets(ReferenceFacts()!).SelectMany(ImperfectTargets.Of))
        {
            var contained = resource.DeepClone().AsObject();
            contained["id"] = "c";
            var document = Edited(place => place.Node["reference"] = "#c");
            document["contained"] = new JsonArray(contained);
            yield return document;
        }
    }

    private JsonNode OtherValue()
    {
        var value = _element.Fixed.Value;
        return _element.Types[0].Code switch
        {
            "uri" => Other,
            "code" when _element.Binding?.ValueSet is { } valueSet => CodeChooser.ChooseOther(valueSet, value!),
            _ => "other",
        };
    }

    private IEnumerable<JsonObject> Uncoded()
    {
        if (PrimitiveSample.IsPrimitive(_element.Types[0].Code))
        {
            yield return Edited(place => place.Replace(NoCode));
            yield break;
        }

        yield return Edited(place => ForCodings(place, coding => coding["code"] = (string?)coding["system"] == CodeChooser.Snomed ? SnomedRoot : NoCode));
        yield return Edited(place => ForCodings(place, coding => coding["system"] = Other));
        yield return Edited(place => place.Replace(new JsonObject { ["text"] = "text" }));
    }

    private static void ForCodings(Place place, Action<JsonObject> edit)
    {
        foreach (var coding in place.Node["coding"]?.AsArray().ToArray() ?? [place.Node])
        {
            edit(coding!.AsObject());
        }
    }

    /// <summary>A copy of a slice's element that is told to belong to no slice.</summary>
    private JsonNode Unsliced(JsonNode node)
    {
        var copy = node.DeepClone();
        var names = ProfileConstraint.Discriminators(_element)[0].Split('.');
        JsonNode owner = copy;
        foreach (var name in names[..^1])
        {
            owner = owner[name] is JsonArray list ? list[0]! : owner[name]!;
        }

        owner[names[^1]] = names[^1] == "use" ? "anonymous" : Other;
        return copy;
    }

    private JsonObject Reordered()
    {
        var generator = Generator([.. constraint.Path, .. _element.Slices]);
        var document = Document(generator);
        var list = generator.PlacesOf(_element)[0].List!;
        var first = list[0]!;
        list.RemoveAt(0);
        list.Add(first);
        return document;
    }
}
