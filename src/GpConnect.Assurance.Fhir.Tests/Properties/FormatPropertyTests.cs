using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace GpConnect.Assurance.Fhir.Tests.Properties;

public class FormatPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void A_resource_that_keeps_the_rules_has_no_findings_in_either_format() => Holds(resource =>
        FhirReader.Read(FhirJsonWriter.Write(resource), FhirFormat.Json).Issues.Count == 0
        && FhirReader.Read(FhirXmlWriter.Write(resource), FhirFormat.Xml).Issues.Count == 0);

    [Fact]
    public void Json_and_XML_of_one_resource_compare_as_equal() => Holds(resource =>
        FhirCompare.Differences(Json(resource), Xml(resource)).Count == 0
        && FhirCompare.Differences(Xml(resource), Json(resource)).Count == 0);

    [Fact]
    public void Json_and_XML_of_one_resource_give_the_same_nodes_in_the_same_order() => Holds(resource =>
        Nodes(Json(resource)).SequenceEqual(Nodes(Xml(resource))));

    [Fact]
    public void Compact_and_indented_JSON_give_the_same_nodes() => Holds(resource =>
    {
        var indented = System.Text.Encoding.UTF8.GetBytes(resource.ToJsonString(new() { WriteIndented = true }));
        return Nodes(Json(resource)).SequenceEqual(Nodes(FhirReader.Read(indented, FhirFormat.Json).Root));
    });

    [Fact]
    public void Companions_may_stand_before_their_properties() => Holds(resource =>
        Nodes(Json(resource)).Order().SequenceEqual(Nodes(Json(Reversed(resource))).Order()));

    [Fact]
    public void The_order_of_properties_makes_no_difference() => Holds(resource =>
        FhirCompare.Differences(Json(resource), Json(Reversed(resource))).Count == 0);

    [Fact]
    public void A_path_leads_to_its_node_and_to_no_other() => Holds(resource =>
    {
        var paths = AllNodes(Json(resource)).Select(node => node.Path).ToList();
        return paths.Distinct().Count() == paths.Count;
    });

    [Fact]
    public void A_changed_value_is_one_difference() => Holds(resource =>
    {
        var changed = resource.DeepClone().AsObject();
        changed["id"] = "other";
        return FhirCompare.Differences(Json(resource), Json(changed)) is [{ Kind: FhirDifferenceKind.Value, Left: "i", Right: "other" }];
    });

    private static void Holds(Func<JsonObject, bool> property) => Prop.ForAll(Resources.Arbitrary, property).Check(Runs);

    private static FhirNode Json(JsonObject resource) => FhirReader.Read(FhirJsonWriter.Write(resource), FhirFormat.Json).Root;

    private static FhirNode Xml(JsonObject resource) => FhirReader.Read(FhirXmlWriter.Write(resource), FhirFormat.Xml).Root;

    private static JsonObject Reversed(JsonObject resource) => new(resource.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value switch
    {
        JsonObject complex => Reversed(complex),
        { } other => other.DeepClone(),
        null => null,
    })));

    private static IEnumerable<string> Nodes(FhirNode root) =>
        AllNodes(root).Select(node => $"{Depth(node)} {node.Name}[{node.ArrayIndex}] {node.ResourceType} {node.HasValue} {node.Value}");

    private static IEnumerable<FhirNode> AllNodes(FhirNode node) => node.Children.ToArray().SelectMany(AllNodes).Prepend(node);

    private static int Depth(FhirNode node) => node.Parent.IsNone ? 0 : 1 + Depth(node.Parent);
}
