using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>
/// Makes an instance of an element tree: what it requires, and what the caller wants beyond that. Properties come in the order of the definition, so that
/// the XML form is valid too.
/// </summary>
internal sealed class InstanceGenerator(DefinitionStore store)
{
    private const int MaxDepth = 24;
    private readonly HashSet<SnapshotElement> _wanted = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SnapshotElement, TypeFacts> _types = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SnapshotElement, List<Place>> _places = new(ReferenceEqualityComparer.Instance);
    private string _profile = string.Empty;
    private int _depth;

    /// <summary>Has these elements present, also where the profile rules them out.</summary>
    internal void Want(IEnumerable<SnapshotElement> elements) => _wanted.UnionWith(elements);

    /// <summary>Has an element of several types present in that one, whether the profile allows it or not.</summary>
    internal void WantAs(SnapshotElement element, TypeFacts type)
    {
        _wanted.Add(element);
        _types[element] = type;
    }

    /// <summary>Where the element is, or one of its slices.</summary>
    internal IReadOnlyList<Place> PlacesOf(SnapshotElement element)
    {
        List<Place> own = _places.TryGetValue(element, out var places) ? places : [];
        return [.. own, .. element.Slices.SelectMany(PlacesOf)];
    }

    internal JsonObject Instance(CompiledProfile profile)
    {
        _profile = profile.Url;
        var instance = profile.IsResource ? new JsonObject { ["resourceType"] = profile.Type } : [];
        Fill(instance, profile.Snapshot!, profile.Snapshot!.Children!, profile.Type, code: null);
        return instance;
    }

    private void Fill(JsonObject target, SnapshotElement owner, List<SnapshotElement> children, string type, ChosenCode? code)
    {
        if (++_depth > MaxDepth)
        {
            throw new InvalidOperationException($"{owner.Id} requires itself.");
        }

        var needed = Needed(owner, children, type, code);
        foreach (var child in children)
        {
            Occurrences(target, child, needed.Contains(child.Name), code);
        }

        _depth--;
    }

    /// <summary>Elements that no cardinality asks for, but without which the type says nothing.</summary>
    private List<string> Needed(SnapshotElement owner, List<SnapshotElement> children, string type, ChosenCode? code)
    {
        string[] usual = [.. TypeContent.Of(type, code is not null), .. TypeContent.OfPart(owner.Id)];
        var needed = children.Where(child => child.Max > 0 && usual.Contains(child.Name)).Select(child => child.Name).ToList();
        var isEmpty = !children.Exists(child => IsPresent(child) || needed.Contains(child.Name));
        if (type == "Extension")
        {
            var hasParts = children.Exists(child => child.Name == "extension" && IsPresent(child));
            var value = children.Find(child => child.Name == "value[x]");
            if (!hasParts && value is not null)
            {
                needed.Add(value.Max > 0 ? value.Name : "extension");
            }
        }
        else if (isEmpty)
        {
            var isResource = !owner.Id.Contains('.', StringComparison.Ordinal) && store.BaseType(type) is { IsResource: true };
            needed.Add(isResource ? "language" : children.First(child => child.Max > 0 && child.Name is not ("id" or "extension" or "modifierExtension")).Name);
        }

        return needed;
    }

    private bool IsPresent(SnapshotElement element) =>
        element.Min > 0 || IsWanted(element) || element.Slices.Exists(slice => slice.Min > 0);

    private bool IsWanted(SnapshotElement element) => _wanted.Contains(element) || element.Slices.Exists(IsWanted);

    private void Occurrences(JsonObject target, SnapshotElement element, bool isNeeded, ChosenCode? code)
    {
        if (_types.ContainsKey(element))
        {
            Add(target, element, element, code);
            return;
        }

        if (element.Max == 0 && !IsWanted(element))
        {
            return;
        }

        var isWanted = _wanted.Contains(element) && !element.Slices.Exists(IsWanted);
        var count = element.Slices.Where(slice => slice.Min > 0 || IsWanted(slice)).Sum(slice => Slice(target, element, slice, code));
        if (count == 0 && (isNeeded || isWanted || element.Min > 0) && !MayBeUnsliced(element))
        {
            count = Slice(target, element, element.Slices.Find(slice => slice.Max > 0)!, code);
        }

        var more = isWanted && MayBeUnsliced(element) ? 1
            : isNeeded && count == 0 ? 1
            : element.Name == "coding" && code is not null && !HasCode(target, code) && MayBeUnsliced(element) ? 1
            : 0;
        for (var least = Math.Max(element.Min, count + more); count < least; count++)
        {
            Add(target, element, element, code);
        }
    }

    private static bool MayBeUnsliced(SnapshotElement element) =>
        !element.Slices.Exists(slice => slice.Max > 0)
        || !(element.Slices.Sum(slice => slice.Min) >= element.Max || element.IsChoice || element.Types is [{ Code: "Extension" }] || element.Slicing?.Rules == SlicingRules.Closed);

    private static bool HasCode(JsonObject target, ChosenCode code) =>
        target["coding"] is JsonArray codings && codings.Any(coding => (string?)coding!["system"] == code.System && (string?)coding["code"] == code.Code);

    private int Slice(JsonObject target, SnapshotElement element, SnapshotElement slice, ChosenCode? code)
    {
        var count = Math.Max(slice.Min, 1);
        for (var i = 0; i < count; i++)
        {
            Add(target, element, slice, code);
        }

        return count;
    }

    private void Add(JsonObject target, SnapshotElement listed, SnapshotElement element, ChosenCode? code)
    {
        var type = _types.TryGetValue(element, out var chosen) ? chosen : (element.Types.Count > 0 ? element.Types[0] : new TypeFacts(string.Empty, [], []));
        var name = element.IsChoice ? ChoiceName.Of(element.Name, type.Code) : element.Name;
        var node = Value(element, type, code);
        if (listed.IsList)
        {
            if (target[name] is not JsonArray list)
            {
                target[name] = list = [];
            }

            list.Add(node);
        }
        else
        {
            target[name] = node;
        }

        if (element.Children?.Find(child => child.Name == "extension" && PrimitiveSample.IsPrimitive(type.Code) && IsPresent(child)) is { } extension)
        {
            var companion = new JsonObject();
            target["_" + name] = companion;
            Occurrences(companion, extension, isNeeded: false, code: null);
        }

        if (!_places.TryGetValue(element, out var places))
        {
            _places[element] = places = [];
        }

        places.Add(new Place(target, name, node));
    }

    private JsonNode Value(SnapshotElement element, TypeFacts type, ChosenCode? code)
    {
        if (!element.Fixed.IsNone)
        {
            return JsonValue.Create(element.Fixed.Value!);
        }

        if (PrimitiveSample.IsPrimitive(type.Code))
        {
            return Primitive(element, type, code);
        }

        if (type.Code is "Resource" or "DomainResource")
        {
            return Resource(type);
        }

        var (children, typeName) = Tree(element, type);
        var chosen = element.Binding is { ValueSet: { } valueSet, Strength: BindingStrength.Required } && (type.Code is "CodeableConcept" or "Coding" or "Quantity")
            ? Choose(element, valueSet) ?? code
            : type.Code == "Coding" ? code : null;
        var node = new JsonObject();
        Fill(node, element, children, typeName, chosen);
        TypeContent.Complete(node, type, store);
        return node;
    }

    private static ChosenCode? Choose(SnapshotElement element, string valueSet)
    {
        var system = FixedSystem(element);
        return CodeChooser.Choose(valueSet, system) ?? CodeChooser.Choose(valueSet);
    }

    /// <summary>The system that the element's own definition, or that of a coding it always has, fixes.</summary>
    private static string? FixedSystem(SnapshotElement element)
    {
        if (element.Child("system") is { Fixed.IsNone: false } system)
        {
            return system.Fixed.Value;
        }

        var coding = element.Child("coding");
        return coding is null ? null
            : coding.Slices.Find(slice => slice.Min > 0) is { } slice ? FixedSystem(slice)
            : FixedSystem(coding);
    }

    private JsonNode Primitive(SnapshotElement element, TypeFacts type, ChosenCode? code)
    {
        if (element.Id.EndsWith(".meta.profile", StringComparison.Ordinal))
        {
            return _profile;
        }

        if (element.Name is "contentType" or "language")
        {
            return element.Name == "language" ? "en-GB" : "text/plain";
        }

        if (code is not null && element.Name == "code")
        {
            return code.Code;
        }

        if (code?.System is { } system && element.Name == "system")
        {
            return system;
        }

        if (type.Code is "code" or "string" or "uri" && element.Binding is { ValueSet: { } valueSet } && CodeChooser.Choose(valueSet) is { } chosen)
        {
            return chosen.Code;
        }

        return PrimitiveSample.Of(type.Code)!;
    }

    private JsonObject Resource(TypeFacts type)
    {
        var profile = type.Profiles.Select(store.Profile).FirstOrDefault(carried => carried is not null) ?? store.BaseType("Patient")!;
        return new InstanceGenerator(store).Instance(profile);
    }

    private (List<SnapshotElement> Children, string Type) Tree(SnapshotElement element, TypeFacts type)
    {
        if (element.Children is { } own)
        {
            return (own, type.Code);
        }

        if (element.ContentReference is { } reference)
        {
            var path = reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..];
            return (store.BaseType(path.Split('.')[0])!.Snapshot!.Descendant(path)!.Children!, type.Code);
        }

        var profile = type.Profiles.Select(store.Profile).FirstOrDefault(carried => carried is not null) ?? store.BaseType(type.Code);
        return (profile!.Snapshot!.Children!, type.Code);
    }
}
