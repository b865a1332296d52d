using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>The folder <c>profiles/</c> hangs together: its index is right, and what it refers to is there or listed as a gap.</summary>
public class DefinitionsAreCompleteTests
{
    private static readonly JsonObject Index = Read("index.json");
    private static readonly List<JsonObject> Stu3 = Definitions(file => file["fhirVersion"] is null);

    [Fact]
    public void The_index_lists_every_definition_under_its_own_canonical_and_type()
    {
        var indexed = Index["files"]!.AsArray().Select(file => file!.AsObject()).ToList();

        indexed.Should().OnlyContain(file => IsListedRightly(file));
        var onDisk = Directory.EnumerateFiles(Profiles.Folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Profiles.Folder, path).Replace('\\', '/'));
        onDisk.Should().BeEquivalentTo(indexed.Select(file => file["filename"]!.GetValue<string>()).Append("index.json").Append("gaps.json"));
    }

    [Fact]
    public void All_144_GP_Connect_profiles_and_extensions_are_carried()
    {
        Stu3.Count(definition => Text(definition, "derivation") == "constraint" && definition["differential"] is not null).Should().Be(144);
    }

    [Fact]
    public void Nothing_that_a_definition_refers_to_is_missing_but_the_listed_gaps()
    {
        var known = Stu3.Select(definition => Text(definition, "url")).OfType<string>().Select(Canonical.WithoutScheme).ToHashSet();
        var gaps = Read("gaps.json")["gaps"]!.AsArray().Select(gap => Canonical.WithoutScheme(Text(gap!.AsObject(), "canonical")!)).ToHashSet();

        var missing = Stu3.SelectMany(References).Select(Canonical.WithoutScheme).Distinct().Where(reference => !known.Contains(reference) && !gaps.Contains(reference));

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Every_listed_gap_of_STU3_is_still_referred_to()
    {
        var references = Stu3.SelectMany(References).Select(Canonical.WithoutScheme).ToHashSet();
        var gaps = Read("gaps.json")["gaps"]!.AsArray().Select(gap => gap!.AsObject()).Where(gap => !Text(gap, "kind")!.StartsWith("dstu2", StringComparison.Ordinal));

        gaps.Select(gap => Canonical.WithoutScheme(Text(gap, "canonical")!)).Should().BeSubsetOf(references);
    }

    [Fact]
    public void Every_value_set_that_DSTU2_binds_or_imports_is_carried_or_a_listed_gap_and_every_such_gap_is_still_referred_to()
    {
        var definitions = Definitions(file => file["fhirVersion"] is not null);
        var known = definitions.Where(definition => Text(definition, "resourceType") == "ValueSet").Select(definition => Canonical.WithoutScheme(Text(definition, "url")!)).ToHashSet();
        var references = definitions.SelectMany(ValueSetsOfDstu2).Select(Canonical.WithoutScheme).ToHashSet();
        var gaps = Read("gaps.json")["gaps"]!.AsArray().Select(gap => gap!.AsObject()).Where(gap => Text(gap, "kind") == "dstu2-valueset").Select(gap => Text(gap, "canonical")!).ToList();

        references.Where(reference => !known.Contains(reference)).Should().BeEquivalentTo(gaps);
    }

    private static IEnumerable<string> ValueSetsOfDstu2(JsonObject definition) => Text(definition, "resourceType") switch
    {
        "StructureDefinition" => new[] { "snapshot", "differential" }.SelectMany(view => Objects(definition[view]?["element"])).SelectMany(element => OfBinding(element["binding"]?.AsObject())),
        "ValueSet" => definition["compose"]?["import"]?.AsArray().Select(import => import!.GetValue<string>()) ?? [],
        "OperationDefinition" => definition["parameter"]!.AsArray().SelectMany(parameter => OfBinding(parameter!["binding"]?.AsObject())),
        _ => [],
    };

    private static bool IsListedRightly(JsonObject file)
    {
        var definition = Read(Text(file, "filename")!);
        return Text(definition, "resourceType") == Text(file, "resourceType")
            && Text(definition, "url") == Text(file, "url")
            && (Text(definition, "resourceType") != "StructureDefinition" || file["fhirVersion"] is not null || Text(definition, "type") == Text(file, "type"));
    }

    private static IEnumerable<string> References(JsonObject definition) => Text(definition, "resourceType") switch
    {
        "StructureDefinition" => OfStructure(definition),
        "ValueSet" => OfValueSet(definition),
        "OperationDefinition" => definition["parameter"]!.AsArray().SelectMany(parameter => OfParameter(parameter!.AsObject())),
        _ => [],
    };

    private static IEnumerable<string> OfStructure(JsonObject definition)
    {
        var elements = new[] { "snapshot", "differential" }.SelectMany(view => Objects(definition[view]?["element"]));
        return Present(Text(definition, "baseDefinition")).Concat(elements.SelectMany(OfElement)).Select(Canonical.Clean);
    }

    private static IEnumerable<string> OfElement(JsonObject element)
    {
        var types = Objects(element["type"]).ToList();
        return types.SelectMany(type => Present(Text(type, "code")).Select(Canonical.OfBaseType))
            .Concat(types.SelectMany(type => Present(Text(type, "profile"))))
            .Concat(types.SelectMany(type => Present(Text(type, "targetProfile"))))
            .Concat(OfBinding(element["binding"]?.AsObject()));
    }

    private static IEnumerable<string> OfBinding(JsonObject? binding)
    {
        var reference = Text(binding?["valueSetReference"]?.AsObject(), "reference");
        var maximum = Objects(binding?["extension"]).Select(extension => Text(extension["valueReference"]?.AsObject(), "reference"));
        return Present(reference).Concat(Present(Text(binding, "valueSetUri"))).Concat(maximum.OfType<string>());
    }

    private static IEnumerable<string> OfValueSet(JsonObject valueSet)
    {
        var parts = new[] { "include", "exclude" }.SelectMany(side => Objects(valueSet["compose"]?[side])).ToList();
        var imports = parts.SelectMany(part => part["valueSet"]?.AsArray().Select(import => import!.GetValue<string>()) ?? []);
        return parts.SelectMany(part => Present(Text(part, "system"))).Concat(imports);
    }

    private static IEnumerable<string> OfParameter(JsonObject parameter) =>
        Present(Text(parameter, "type")).Select(Canonical.OfBaseType)
            .Concat(Present(Text(parameter["profile"]?.AsObject(), "reference")))
            .Concat(OfBinding(parameter["binding"]?.AsObject()))
            .Concat(Objects(parameter["part"]).SelectMany(OfParameter));

    private static List<JsonObject> Definitions(Func<JsonObject, bool> condition) =>
        [.. Index["files"]!.AsArray().Select(file => file!.AsObject()).Where(condition).Select(file => Read(Text(file, "filename")!))];

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Profiles.Folder, file)))!.AsObject();

    private static IEnumerable<JsonObject> Objects(JsonNode? array) => array?.AsArray().Select(item => item!.AsObject()) ?? [];

    private static IEnumerable<string> Present(string? text) => text is null ? [] : [text];

    private static string? Text(JsonObject? owner, string name) => owner?[name]?.GetValue<string>();
}
