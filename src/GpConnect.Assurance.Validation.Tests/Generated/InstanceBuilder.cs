using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>
/// Makes a small valid instance from an element tree: what is required, what a type needs to say anything, and what a test wants to see.
/// </summary>
/// <param name="wanted">Elements that must be there although they are optional, with all that they stand in.</param>
internal sealed class InstanceBuilder(IEnumerable<SnapshotElement> wanted)
{
    private const int MaxDepth = 10;

    private readonly HashSet<SnapshotElement> _wanted = [.. wanted];

    /// <summary>Where each element of the tree went.</summary>
    internal Dictionary<SnapshotElement, Place> Places { get; } = [];

    internal JsonObject Resource(CompiledProfile profile)
    {
        var resource = new JsonObject { ["resourceType"] = profile.Type };
        Fill(resource, profile.Snapshot!.Children!, profile.Type, 0);
        if (!profile.IsBaseType)
        {
            resource["meta"] ??= new JsonObject();
            resource["meta"]!["profile"] = new JsonArray(profile.Url);
        }

        return resource;
    }

    /// <summary>A datatype or extension by itself.</summary>
    internal JsonObject Complex(CompiledProfile profile)
    {
        var value = new JsonObject();
        Fill(value, profile.Snapshot!.Children!, profile.Type, 0);
        return value;
    }

    private void Fill(JsonObject owner, List<SnapshotElement> children, string type, int depth)
    {
        foreach (var child in children)
        {
            if (IsNeeded(child))
            {
                Add(owner, child, depth);
            }
        }

        foreach (var name in TypicalContent.Of(type, isEmpty: !HasContent(owner)))
        {
            if (children.Find(child => child.Name == name) is { Max: > 0 } child && !Places.ContainsKey(child))
            {
                Add(owner, child, depth);
            }
        }

        if (!HasContent(owner) && (children.Find(IsPlainContent) ?? FirstPart(children)) is { } any)
        {
            Add(owner, any, depth);
        }
    }

    private static bool HasContent(JsonObject owner) => owner.Any(property => property.Key is not ("id" or "url" or "resourceType" or "meta"));

    private static bool IsPlainContent(SnapshotElement element) =>
        element.Max > 0 && element.Name is not ("id" or "url" or "extension" or "modifierExtension" or "meta" or "implicitRules" or "language" or "text" or "contained") && !IsValueOfPrimitive(element);

    /// <summary>A complex extension without required parts still needs one.</summary>
    private SnapshotElement? FirstPart(List<SnapshotElement> children)
    {
        var extension = children.Find(child => child.Name == "extension");
        if (extension?.Slices.Find(slice => slice.Max > 0) is { } part)
        {
            _wanted.Add(part);
        }

        return extension;
    }

    private static bool IsValueOfPrimitive(SnapshotElement element) => element.Types is [{ Code: "" }];

    private bool IsNeeded(SnapshotElement element) =>
        !IsValueOfPrimitive(element) && (element.Min > 0 || IsWanted(element) || element.Slices.Exists(slice => slice.Min > 0));

    private bool IsWanted(SnapshotElement element) => _wanted.Contains(element) || element.Slices.Exists(IsWanted);

    private void Add(JsonObject owner, SnapshotElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (element.IsChoice)
        {
            AddChoice(owner, element, depth);
            return;
        }

        var slices = element.Slices.Where(slice => slice.Min > 0 || IsWanted(slice)).ToList();
        foreach (var variant in slices.Count > 0 ? slices : [element])
        {
            var value = Value(variant, variant.Types.Count > 0 ? variant.Types[0] : null, depth);
            Put(owner, element, value);
            Places[variant] = new Place(owner, element.Name, value);
        }

        Places.TryAdd(element, Places[slices.Count > 0 ? slices[0] : element]);
    }

    private void AddChoice(JsonObject owner, SnapshotElement choice, int depth)
    {
        var slices = choice.Slices.Where(slice => slice.Max > 0 && slice.Types.Count > 0).ToList();
        var element = slices.Find(slice => slice.Min > 0 || IsWanted(slice)) ?? (choice.Slicing is null && slices.Count > 0 ? slices[0] : choice);
        var type = element.Types.FirstOrDefault(allowed => PrimitiveFormat.Of(allowed.Code) == PrimitiveType.String) ?? element.Types[0];
        var name = ChoiceName.Of(choice.Name, type.Code);
        var value = Value(element, type, depth);
        owner[name] = value;
        Places[element] = new Place(owner, name, value);
        Places.TryAdd(choice, Places[element]);
    }

    private static void Put(JsonObject owner, SnapshotElement element, JsonNode value)
    {
        if (element.IsList)
        {
            owner[element.Name] ??= new JsonArray();
            owner[element.Name]!.AsArray().Add(value);
        }
        else
        {
            owner[element.Name] = value;
        }
    }

    private JsonNode Value(SnapshotElement element, TypeFacts? type, int depth)
    {
        var code = type?.Code ?? string.Empty;
        var primitive = PrimitiveFormat.Of(code);
        if (primitive != PrimitiveType.None)
        {
            return Primitive(element, primitive);
        }

        return code == "Resource" ? new JsonObject { ["resourceType"] = "Patient", ["id"] = "a", ["active"] = true } : Complex(element, type, code, depth);
    }

    private static JsonNode Primitive(SnapshotElement element, PrimitiveType type)
    {
        if (element.Fixed.HasValue)
        {
            return element.Fixed.ValueKind == FhirValueKind.String ? element.Fixed.Value! : JsonNode.Parse(element.Fixed.Value!)!;
        }

        var isBound = element.Binding is { ValueSet: not null, Strength: > BindingStrength.Example };
        return isBound && type is PrimitiveType.Code or PrimitiveType.Uri
            ? CodePicker.Pick(element.Binding!.ValueSet!).Code
            : TypicalContent.Primitive(type);
    }

    private JsonObject Complex(SnapshotElement element, TypeFacts? type, string code, int depth)
    {
        var value = new JsonObject();
        var children = element.Children ?? Tree(element, type)?.Children ?? [];
        var isCoded = code == "CodeableConcept" && element.Binding is { ValueSet: not null, Strength: > BindingStrength.Preferred };
        var coding = isCoded ? CodingOf(children) : null;
        if (coding is not null)
        {
            _wanted.Add(coding);
        }

        Fill(value, children, code is "BackboneElement" or "Element" or "" ? PathOf(element) : code, depth + 1);
        if (code == "Reference" && value.ContainsKey("reference"))
        {
            value["reference"] = Target(type!);
        }

        if (code == "Extension")
        {
            value["url"] ??= "https://example.org/extension";
        }

        Bind(value, element, code == "Coding" ? element : coding);
        return value;
    }

    private static SnapshotElement? Tree(SnapshotElement element, TypeFacts? type)
    {
        if (element.ContentReference is { } reference)
        {
            var path = reference[(reference.IndexOf('#', StringComparison.Ordinal) + 1)..];
            return Profiles.Store.BaseType(path.Split('.')[0])!.Snapshot!.Descendant(path);
        }

        var canonical = type is null ? null : type.Profiles is [var profile] && Profiles.Store.HasProfile(profile) ? profile : Canonical.OfBaseType(type.Code);
        return canonical is null ? null : Profiles.Store.Profile(canonical)?.Snapshot;
    }

    /// <summary>The path without slices: how TypicalContent names backbone elements.</summary>
    private static string PathOf(SnapshotElement element) =>
        string.Join('.', element.Id.Split('.').Select(part => part.Split(':')[0]));

    /// <summary>Gives a coded element a code that its binding allows, where the tree below has not fixed another.</summary>
    private static void Bind(JsonObject value, SnapshotElement element, SnapshotElement? coding)
    {
        if (coding is null || element.Binding is not { ValueSet: { } valueSet, Strength: > BindingStrength.Preferred })
        {
            return;
        }

        var bound = ReferenceEquals(coding, element) ? value : value["coding"]![0]!.AsObject();
        var (system, code) = CodePicker.Pick(valueSet);
        if (coding.Child("system") is not { Fixed.HasValue: true })
        {
            bound["system"] = system;
        }

        if (coding.Child("code") is not { Fixed.HasValue: true })
        {
            bound["code"] = code;
        }
    }

    private static SnapshotElement? CodingOf(List<SnapshotElement> children)
    {
        var coding = children.Find(child => child.Name == "coding");
        return coding?.Slices.Find(slice => slice.Max > 0) ?? coding;
    }

    private static string Target(TypeFacts type)
    {
        var types = type.TargetProfiles.Select(Profiles.Store.TypeOf).OfType<string>();
        return (types.FirstOrDefault(name => name != "Resource") ?? "Patient") + "/1";
    }
}
