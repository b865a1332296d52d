using GpConnect.Assurance.Fhir.Tests.Reading;

namespace GpConnect.Assurance.Fhir.Tests.FhirPath;

/// <summary>STU3's own invariants, those included that bend the language, on elements that keep them and elements that break them.</summary>
public class InvariantTests
{
    [Theory]
    [InlineData("""{"resourceType":"P","a":{"b":1}}""", "a", FhirPathTruth.True)]
    [InlineData("""{"resourceType":"P","a":"x"}""", "a", FhirPathTruth.True)]
    [InlineData("""{"resourceType":"P","a":{"id":"x"}}""", "a", FhirPathTruth.False)]
    [InlineData("""{"resourceType":"P","_a":{"id":"x"}}""", "a", FhirPathTruth.False)]
    [InlineData("""{"resourceType":"P","_a":{"extension":[{"url":"u"}]}}""", "a", FhirPathTruth.True)]
    public void Ele_1_is_a_union_of_which_any_true_suffices(string json, string path, FhirPathTruth truth) =>
        Test("hasValue() | (children().count() > id.count())", json, path).Should().Be(truth);

    [Theory]
    [InlineData("""{"resourceType":"P","a":{"reference":"Patient/1"}}""", FhirPathTruth.True)]
    [InlineData("""{"resourceType":"P","contained":[{"resourceType":"Q","id":"x"}],"a":{"reference":"#x"}}""", FhirPathTruth.True)]
    [InlineData("""{"resourceType":"P","contained":[{"resourceType":"Q","id":"y"}],"a":{"reference":"#x"}}""", FhirPathTruth.False)]
    [InlineData("""{"resourceType":"P","a":{"display":"no reference"}}""", FhirPathTruth.Empty)]
    public void Ref_1_finds_contained_resources(string json, FhirPathTruth truth) =>
        Test("reference.startsWith('#').not() or (reference.substring(1).trace('url') in %resource.contained.id.trace('ids'))", json, "a").Should().Be(truth);

    [Fact]
    public void Ref_1_inside_a_contained_resource_looks_in_its_container()
    {
        const string Json = """
            {"resourceType":"P","contained":[{"resourceType":"Q","id":"q","link":{"reference":"#r"}},{"resourceType":"R","id":"r"}]}
            """;

        Test("reference.startsWith('#').not() or (reference.substring(1) in %resource.contained.id)", Json, "contained.where(id = 'q').link")
            .Should().Be(FhirPathTruth.True);
    }

    [Theory]
    [InlineData("""{"resourceType":"P","contained":[{"resourceType":"Q","id":"x"}],"a":{"reference":"#x"}}""", FhirPathTruth.True)]
    [InlineData("""{"resourceType":"P","contained":[{"resourceType":"Q","id":"x"}]}""", FhirPathTruth.False)]
    [InlineData("""{"resourceType":"P","contained":[{"resourceType":"Q","id":"x"},{"resourceType":"R","id":"y","to":{"reference":"#x"}}],"a":{"reference":"#y"}}""", FhirPathTruth.True)]
    public void Dom_3_wants_every_contained_resource_referenced(string json, FhirPathTruth truth) =>
        Test("contained.where(('#'+id in %resource.descendants().reference).not()).empty()", json, "$this").Should().Be(truth);

    [Theory]
    [InlineData("""{"value":2,"code":"a","system":"http://unitsofmeasure.org"}""", FhirPathTruth.True)]
    [InlineData("""{"value":-2,"code":"a","system":"http://unitsofmeasure.org"}""", FhirPathTruth.False)]
    [InlineData("""{"value":2,"code":"a","system":"http://example.org"}""", FhirPathTruth.False)]
    [InlineData("""{"value":2}""", FhirPathTruth.Empty)]
    [InlineData("""{"code":"a"}""", FhirPathTruth.True)]
    public void Age_1_reads_a_code_as_a_condition(string age, FhirPathTruth truth) =>
        Test("(code or value.empty()) and (system.empty() or system = %ucum) and (value.empty() or value > 0)", $$$"""{"resourceType":"P","a":{{{age}}}}""", "a")
            .Should().Be(truth);

    [Theory]
    [InlineData("1.0", FhirPathTruth.False)]
    [InlineData("10", FhirPathTruth.True)]
    public void Cnt_3_sees_a_decimal_point_as_it_is_written(string value, FhirPathTruth truth) =>
        Test("(code.empty() or code = '1') and (value.empty() or value.toString().contains('.').not())", $$$"""{"resourceType":"P","a":{"value":{{{value}}},"code":"1"}}""", "a")
            .Should().Be(truth);

    [Theory]
    [InlineData("\"abatementBoolean\":false,\"clinicalStatus\":\"active\"", FhirPathTruth.True)]
    [InlineData("\"abatementBoolean\":true,\"clinicalStatus\":\"active\"", FhirPathTruth.False)]
    [InlineData("\"abatementBoolean\":true,\"clinicalStatus\":\"resolved\"", FhirPathTruth.True)]
    [InlineData("\"abatementDateTime\":\"2018\",\"clinicalStatus\":\"resolved\"", FhirPathTruth.True)]
    [InlineData("\"abatementDateTime\":\"2018\",\"clinicalStatus\":\"active\"", FhirPathTruth.Empty)]
    [InlineData("\"clinicalStatus\":\"active\"", FhirPathTruth.True)]
    public void Con_4_asks_a_date_whether_it_is_a_boolean(string members, FhirPathTruth truth) =>
        Test(
            "abatement.empty() or (abatement as boolean).not()  or clinicalStatus='resolved' or clinicalStatus='remission' or clinicalStatus='inactive'",
            $$$"""{"resourceType":"Condition",{{{members}}}}""",
            "$this").Should().Be(truth);

    [Theory]
    [InlineData("false", FhirPathTruth.True)]
    [InlineData("true", FhirPathTruth.False)]
    public void Mad_3_compares_a_boolean_with_a_string(string notGiven, FhirPathTruth truth) =>
        Test("reasonCode.empty() or notGiven.empty() or notGiven = 'false'", $$$"""{"resourceType":"MedicationAdministration","reasonCode":[{"text":"x"}],"notGiven":{{{notGiven}}}}""", "$this")
            .Should().Be(truth);

    [Theory]
    [InlineData("[\"AC\"]", FhirPathTruth.True)]
    [InlineData("[\"C\"]", FhirPathTruth.False)]
    public void Tim_9_uses_in_with_a_union(string when, FhirPathTruth truth) =>
        Test("offset.empty() or (when.exists() and ((when in ('C' | 'CM' | 'CD' | 'CV')).not()))", $$$"""{"resourceType":"P","a":{"offset":5,"when":{{{when}}}}}""", "a")
            .Should().Be(truth);

    [Fact]
    public void Tim_9_with_several_times_is_undecided_since_in_takes_one() =>
        Test("offset.empty() or (when.exists() and ((when in ('C' | 'CM' | 'CD' | 'CV')).not()))", """{"resourceType":"P","a":{"offset":5,"when":["AC","PC"]}}""", "a")
            .Should().Be(FhirPathTruth.Undecided);

    [Theory]
    [InlineData("urn:uuid:1", "urn:uuid:2", FhirPathTruth.True)]
    [InlineData("urn:uuid:1", "urn:uuid:1", FhirPathTruth.False)]
    public void Bdl_7_joins_with_an_ampersand(string one, string other, FhirPathTruth truth) =>
        Test(
            "entry.where(fullUrl).select(fullUrl&resource.meta.versionId).isDistinct()",
            $$$"""{"resourceType":"Bundle","entry":[{"fullUrl":"{{{one}}}","resource":{"resourceType":"P","id":"1"}},{"fullUrl":"{{{other}}}","resource":{"resourceType":"P","id":"1"}},{"resource":{"resourceType":"P","id":"1"}}]}""",
            "$this").Should().Be(truth);

    [Theory]
    [InlineData("\"start\":\"2018\",\"end\":\"2019\"", FhirPathTruth.True)]
    [InlineData("\"start\":\"2019\",\"end\":\"2018\"", FhirPathTruth.False)]
    [InlineData("\"start\":\"2018\",\"end\":\"2018-05\"", FhirPathTruth.Undecided)]
    [InlineData("\"start\":\"2018-05-01T10:00:00+01:00\",\"end\":\"2018-05-01T09:30:00Z\"", FhirPathTruth.True)]
    [InlineData("\"start\":\"2018\"", FhirPathTruth.True)]
    public void Per_1_cannot_decide_between_dates_of_different_precision(string period, FhirPathTruth truth) =>
        Test("start.empty() or end.empty() or (start <= end)", $$$"""{"resourceType":"P","a":{{{{period}}}}}""", "a").Should().Be(truth);

    [Theory]
    [InlineData("\"low\":{\"value\":1},\"high\":{\"value\":2}", FhirPathTruth.True)]
    [InlineData("\"low\":{\"value\":3,\"code\":\"mg\"},\"high\":{\"value\":2,\"code\":\"mg\"}", FhirPathTruth.False)]
    [InlineData("\"low\":{\"value\":300,\"code\":\"mg\"},\"high\":{\"value\":2,\"code\":\"g\"}", FhirPathTruth.True)]
    [InlineData("\"low\":{\"value\":3,\"code\":\"mg\"},\"high\":{\"value\":2,\"code\":\"mL\"}", FhirPathTruth.Undecided)]
    public void Rng_2_compares_quantities(string range, FhirPathTruth truth) =>
        Test("low.empty() or high.empty() or (low <= high)", $$$"""{"resourceType":"P","a":{{{{range}}}}}""", "a").Should().Be(truth);

    [Theory]
    [InlineData("Practitioner/1", FhirPathTruth.True)]
    [InlineData("Patient/1", FhirPathTruth.False)]
    [InlineData("Practitioner/elsewhere", FhirPathTruth.Undecided)]
    [InlineData("#dev", FhirPathTruth.True)]
    public void Mps_1_follows_references_and_cannot_decide_when_they_lead_out(string reference, FhirPathTruth truth)
    {
        var document = Documents.Json($$$"""
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Practitioner","id":"1"}},
              {"resource":{"resourceType":"Patient","id":"1"}},
              {"resource":{"resourceType":"MedicationRequest","contained":[{"resourceType":"Device","id":"dev"}],"requester":{"agent":{"reference":"{{{reference}}}"},"onBehalfOf":{"reference":"Organization/1"} } } }]}
            """);
        var requester = FhirPathExpression.Parse("entry.resource.requester").Evaluate(document.Root).Items[0].Node;
        var context = new FhirPathContext
        {
            Resolve = text => FhirPathExpression.Parse($"entry.resource.where('{text}' = type().name & '/' & id)").Evaluate(document.Root).Items.Select(item => item.Node).Cast<FhirNode?>().FirstOrDefault(),
        };

        FhirPathExpression.Parse("(agent.resolve().empty()) or (agent.resolve() is Device) or (agent.resolve() is Practitioner) or onBehalfOf.exists().not()")
            .Test(requester, context, out var because).Should().Be(truth);
        (because is null).Should().Be(truth != FhirPathTruth.Undecided);
    }

    [Theory]
    [InlineData("rationale", "\"x\"", FhirPathTruth.Empty)]
    [InlineData("probabilityDecimal", "50", FhirPathTruth.True)]
    [InlineData("probabilityDecimal", "150", FhirPathTruth.False)]
    [InlineData("probabilityRange", "{\"low\":{\"value\":1}}", FhirPathTruth.True)]
    public void Ras_2_tests_the_type_of_a_choice(string name, string value, FhirPathTruth truth) =>
        Test("probability is decimal implies probability.as(decimal) <= 100", $$$"""{"resourceType":"P","a":{"{{{name}}}":{{{value}}}}}""", "a")
            .Should().Be(truth);

    [Theory]
    [InlineData("*", FhirPathTruth.True)]
    [InlineData("3", FhirPathTruth.True)]
    [InlineData("-1", FhirPathTruth.False)]
    public void Eld_3_starts_with_a_function(string max, FhirPathTruth truth) =>
        Test("empty() or ($this = '*') or (toInteger() >= 0)", $$$"""{"resourceType":"P","a":"{{{max}}}"}""", "a").Should().Be(truth);

    [Theory]
    [InlineData("a-b/c_1", FhirPathTruth.True)]
    [InlineData("a b", FhirPathTruth.False)]
    public void Eld_16_escapes_inside_a_regular_expression(string name, FhirPathTruth truth) =>
        Test("sliceName.empty() or sliceName.matches('^[a-zA-Z0-9\\\\/\\\\-_]+$')", $$$"""{"resourceType":"P","sliceName":"{{{name}}}"}""", "$this").Should().Be(truth);

    [Theory]
    [InlineData("<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">x</div>", FhirPathTruth.True)]
    [InlineData("<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script/></div>", FhirPathTruth.False)]
    public void Txt_1_and_txt_2_check_the_narrative(string div, FhirPathTruth truth) =>
        Test("htmlchecks()", $$$"""{"resourceType":"P","text":{"div":"{{{div}}}"}}""", "text.div").Should().Be(truth);

    [Theory]
    [InlineData("\"part\":[{\"name\":\"x\"}]", FhirPathTruth.True)]
    [InlineData("\"valueString\":\"x\"", FhirPathTruth.True)]
    [InlineData("\"valueString\":\"x\",\"part\":[{\"name\":\"x\"}]", FhirPathTruth.False)]
    [InlineData("\"valueString\":\"x\",\"resource\":{\"resourceType\":\"P\",\"id\":\"1\"}", FhirPathTruth.False)]
    [InlineData("\"name\":\"x\"", FhirPathTruth.False)]
    public void Inv_1_wants_exactly_one_content_of_a_parameter(string members, FhirPathTruth truth) =>
        Test(
            "(part.exists() and value.empty() and resource.empty()) or (part.empty() and (value.exists() xor resource.exists()))",
            $$$"""{"resourceType":"Parameters","parameter":[{{{{members}}}}]}""",
            "parameter").Should().Be(truth);

    [Theory]
    [InlineData("code.exists() implies ((system = %ucum) and value.exists())")]
    [InlineData("type.select((code = 'code') or (code = 'Coding') or (code='CodeableConcept')).exists()")]
    [InlineData("valueSet.is(uri).not() or valueSet.as(uri).startsWith('http:') or valueSet.as(uri).startsWith('https') or valueSet.as(uri).startsWith('urn:')")]
    [InlineData("(type='group' implies item.empty().not()) and (type.trace('type')='display' implies item.trace('item').empty())")]
    [InlineData("value.empty() or component.code.where( (coding.code = %resource.code.coding.code) and (coding.system = %resource.code.coding.system)).empty()")]
    [InlineData("(low.empty() or ((low.code = '%') and (low.system = %ucum))) and (high.empty() or ((high.code = '%') and (high.system = %ucum)))")]
    [InlineData("document.select(profile.reference&mode).isDistinct()")]
    [InlineData("strand.empty() or strand = 1 or strand = -1")]
    [InlineData("lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn")]
    [InlineData("(identifier.count() + name.count()) > 0")]
    public void Each_kind_of_expression_in_the_definitions_is_understood(string expression) =>
        FhirPathExpression.Parse(expression).Invoking(parsed => parsed.Test(Sample.Patient)).Should().NotThrow();

    private static FhirPathTruth Test(string expression, string json, string path)
    {
        var truth = TestOn(expression, Documents.Json(json).Root, path);
        var xml = FhirXmlWriter.Write(System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject());
        TestOn(expression, FhirReader.Read(xml, FhirFormat.Xml).Root, path).Should().Be(truth, "XML carries the same data");
        return truth;
    }

    private static FhirPathTruth TestOn(string expression, FhirNode root, string path)
    {
        var focus = FhirPathExpression.Parse(path).Evaluate(root).Items[0].Node;
        return FhirPathExpression.Parse(expression).Test(focus, Sample.Context);
    }
}
