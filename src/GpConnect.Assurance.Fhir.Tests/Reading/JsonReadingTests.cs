using System.Text;

namespace GpConnect.Assurance.Fhir.Tests.Reading;

public class JsonReadingTests
{
    [Fact]
    public void A_resource_becomes_nodes_with_names_values_and_paths()
    {
        var document = Documents.Json("""
            { "resourceType": "Patient", "id": "p1", "active": true,
              "name": [ { "family": "Smith", "given": ["Ann", "May"] }, { "text": "Annie" } ],
              "multipleBirthInteger": 2 }
            """);

        document.Issues.Should().BeEmpty();
        document.Lines().Should().Equal(
            "Patient",
            "Patient.id = p1",
            "Patient.active = true",
            "Patient.name[0]",
            "Patient.name[0].family = Smith",
            "Patient.name[0].given[0] = Ann",
            "Patient.name[0].given[1] = May",
            "Patient.name[1]",
            "Patient.name[1].text = Annie",
            "Patient.multipleBirthInteger = 2");
        document.Root.ResourceType.Should().Be("Patient");
        document.Root.Child("active").ValueKind.Should().Be(FhirValueKind.Boolean);
        document.Root.Child("multipleBirthInteger").ValueKind.Should().Be(FhirValueKind.Number);
        document.Root.Child("name").IsInArray.Should().BeTrue();
        document.Root.Child("id").IsInArray.Should().BeFalse();
    }

    [Fact]
    public void ResourceType_may_stand_anywhere_in_the_object()
    {
        var document = Documents.Json("""{"id":"p1","resourceType":"Patient"}""");

        document.Issues.Should().BeEmpty();
        document.Root.Name.Should().Be("Patient");
        document.Root.Children.Count().Should().Be(1);
    }

    [Fact]
    public void Resources_inside_resources_know_their_type_and_their_elements_know_their_resource()
    {
        var document = Documents.Json("""
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","contained":[{"resourceType":"Practitioner","id":"x"}],"id":"p"}}]}
            """);

        var patient = document.Root.Child("entry").Child("resource");
        var practitioner = patient.Child("contained");
        patient.ResourceType.Should().Be("Patient");
        practitioner.ResourceType.Should().Be("Practitioner");
        practitioner.Child("id").Resource.Should().Be(practitioner);
        patient.Child("id").Resource.Should().Be(patient);
        document.Root.Child("entry").Resource.Should().Be(document.Root);
        practitioner.Child("id").Path.Should().Be("Bundle.entry[0].resource.contained[0].id");
    }

    [Fact]
    public void Positions_count_lines_and_characters_not_bytes()
    {
        var document = Documents.Json("{\n  \"resourceType\": \"Patient\",\n  \"é😀\": 1, \"id\": \"p1\",\n  \"a\": [ 1,\n 2]\n}");

        document.Root.Position.Should().Be((1, 1));
        document.Root.Child("é😀").Position.Should().Be((3, 3));
        document.Root.Child("id").Position.Should().Be((3, 13));
        document.Root.Child("a").Position.Should().Be((4, 10));
        document.Root.Child("a").NextSibling.Position.Should().Be((5, 2));
    }

    [Fact]
    public void Positions_are_right_far_into_a_document_on_one_line_and_on_many()
    {
        var oneLine = "{\"resourceType\":\"Patient\",\"x\":\"" + new string('é', 100_000) + "\",\"id\":\"p\"}";
        var manyLines = "{\"resourceType\":\"Patient\"," + new string('\n', 100_000) + "\"id\":\"p\"}";

        Documents.Json(oneLine).Root.Child("id").Position.Should().Be((1, 100_034));
        Documents.Json(manyLines).Root.Child("id").Position.Should().Be((100_001, 1));
    }

    [Theory]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"\\u00e9\\ud83d\\ude00\"", "é😀")]
    [InlineData("\"\\/\\b\\f\\n\\r\\t\\\\\"", "/\b\f\n\r\t\\")]
    [InlineData("\"plain é\"", "plain é")]
    [InlineData("1.500", "1.500")]
    [InlineData("-0.0E+10", "-0.0E+10")]
    public void Values_are_kept_as_written_with_escapes_resolved(string json, string value)
    {
        var document = Documents.Json($$"""{"resourceType":"X","v":{{json}}}""");

        document.Issues.Should().BeEmpty();
        document.Root.Child("v").Value.Should().Be(value);
        Encoding.UTF8.GetString(document.Root.Child("v").ValueUtf8).Should().Be(value);
    }

    [Fact]
    public void A_property_name_may_be_escaped()
    {
        Documents.Json("""{"resourceType":"Patient","\u0069d":"p1"}""").Root.Child("id").Value.Should().Be("p1");
    }

    [Theory]
    [InlineData("""{"resourceType":"P","birthDate":"1970","_birthDate":{"id":"b"}}""")]
    [InlineData("""{"resourceType":"P","_birthDate":{"id":"b"},"birthDate":"1970"}""")]
    public void A_primitive_and_its_companion_are_one_node(string json)
    {
        var document = Documents.Json(json);

        document.Issues.Should().BeEmpty();
        document.Lines().Should().Equal("P", "P.birthDate = 1970", "P.birthDate.id = b");
    }

    [Theory]
    [InlineData("""{"resourceType":"P","given":["A",null,"C"],"_given":[null,{"id":"b"},{"id":"c"}],"z":1}""")]
    [InlineData("""{"resourceType":"P","_given":[null,{"id":"b"},{"id":"c"}],"given":["A",null,"C"],"z":1}""")]
    public void Arrays_of_values_and_companions_pair_by_index(string json)
    {
        var document = Documents.Json(json);

        document.Issues.Should().BeEmpty();
        document.Lines().Should().Equal(
            "P", "P.given[0] = A", "P.given[1]", "P.given[1].id = b", "P.given[2] = C", "P.given[2].id = c", "P.z = 1");
        document.Root.ChildrenNamed("given").ToArray()[1].ValueKind.Should().Be(FhirValueKind.None);
    }

    [Fact]
    public void A_resource_may_hold_nothing_but_its_type()
    {
        var document = Documents.Json("""{"resourceType":"X"}""");

        document.Issues.Should().BeEmpty();
        document.Lines().Should().Equal("X");
    }

    [Fact]
    public void What_came_as_a_companion_is_told_from_what_came_in_the_value_s_place()
    {
        var root = Documents.Json("""{"resourceType":"P","_a":{"id":"x"},"b":{"id":"x"},"c":["v",null],"_c":[null,{"id":"x"}],"d":["v",{"id":"x"}]}""").Root;

        root.Child("a").IsCompanion.Should().BeTrue();
        root.Child("b").IsCompanion.Should().BeFalse();
        root.ChildrenNamed("c").ToArray().Select(node => node.IsCompanion).Should().Equal(false, true);
        root.ChildrenNamed("d").ToArray().Select(node => node.IsCompanion).Should().Equal(false, false);
        root.Child("a").IsAttribute.Should().BeFalse();
    }

    [Fact]
    public void A_companion_without_a_value_makes_a_node_without_value()
    {
        var document = Documents.Json("""{"resourceType":"P","_birthDate":{"extension":[{"url":"u","valueCode":"unknown"}]}}""");

        document.Issues.Should().BeEmpty();
        document.Root.Child("birthDate").HasValue.Should().BeFalse();
        document.Root.Child("birthDate").Child("extension").Child("url").Value.Should().Be("u");
    }

    [Theory]
    [InlineData("""{"resourceType":"P","a":1,"a":2}""", "duplicate-key", "P.a")]
    [InlineData("""{"resourceType":"P","_a":{"id":"x"},"b":1,"_a":{"id":"y"}}""", "duplicate-key", "P.a")]
    [InlineData("""{"resourceType":"P","resourceType":"Q"}""", "duplicate-key", "P")]
    [InlineData("""{"resourceType":"P","a":{}}""", "empty-object", "P.a")]
    [InlineData("""{"resourceType":"P","a":[]}""", "empty-array", "P.a")]
    [InlineData("""{"resourceType":"P","a":""}""", "empty-string", "P.a")]
    [InlineData("""{"resourceType":"P","a":null}""", "null-value", "P.a")]
    [InlineData("""{"resourceType":"P","a":["x",null]}""", "null-value", "P.a[1]")]
    [InlineData("""{"resourceType":"P","a":["x",null],"_a":[null,null]}""", "null-value", "P.a[1]")]
    [InlineData("""{"resourceType":"P","a":"x","_a":null}""", "null-value", "P.a")]
    [InlineData("""{"resourceType":"P","a":["x"],"_a":[null,{"id":"i"}]}""", "companion-mismatch", "P.a[0]")]
    [InlineData("""{"resourceType":"P","a":["x","y"],"_a":[{"id":"i"}]}""", "companion-mismatch", "P.a[0]")]
    [InlineData("""{"resourceType":"P","a":"x","_a":[{"id":"i"}]}""", "companion-mismatch", "P.a")]
    [InlineData("""{"resourceType":"P","a":["x"],"_a":{"id":"i"}}""", "companion-mismatch", "P.a[0]")]
    [InlineData("""{"resourceType":"P","a":"x","_a":"y"}""", "companion-type", "P.a")]
    [InlineData("""{"resourceType":"P","a":{"b":1},"_a":{"id":"y"}}""", "companion-type", "P.a")]
    [InlineData("""{"resourceType":"P","_a":{"id":"y"},"a":{"b":1}}""", "companion-type", "P.a")]
    [InlineData("""{"resourceType":"P","a":[["x"]]}""", "wrong-json-type", "P.a[0]")]
    [InlineData("""{"resourceType":"P","a":"\ud800"}""", "encoding", "P.a")]
    public void What_the_serialisation_forbids_is_reported_once_and_reading_goes_on(string json, string code, string path)
    {
        var document = Documents.Json(json);

        document.IsReadable.Should().BeTrue();
        document.Issues.Should().ContainSingle();
        document.Issues[0].Should().BeEquivalentTo(new { Severity = ReadingSeverity.Error, Code = code, Path = path });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{\"resourceType\"")]
    [InlineData("{\"resourceType\":")]
    [InlineData("{\"resourceType\":\"P\"")]
    [InlineData("{\"resourceType\":\"P\",}")]
    [InlineData("{\"resourceType\":\"P\" \"a\":1}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":1 \"b\":1}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":tru}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":truex}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":01}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":1.}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":.5}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":+1}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":1e}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":-}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":\"x}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":\"\\x\"}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":\"\\u12g4\"}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":\"line\nbreak\"}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":[1 2]}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":[1,]}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":[1")]
    [InlineData("{\"resourceType\":\"P\"} x")]
    [InlineData("{resourceType:\"P\"}")]
    [InlineData("{\"resourceType\":\"P\",\"a\":'x'}")]
    [InlineData("{\"resourceType\":\"P\" // comment\n}")]
    public void Broken_JSON_is_one_fatal_finding(string json)
    {
        var document = Documents.Json(json);

        document.IsReadable.Should().BeFalse();
        document.Issues.Should().ContainSingle();
        document.Issues[0].Severity.Should().Be(ReadingSeverity.Fatal);
        document.Issues[0].Code.Should().Be("json-syntax");
        document.Invoking(d => d.Root).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_syntax_finding_says_where_and_what_was_expected()
    {
        var issue = Documents.Json("{\n \"resourceType\": \"Patient\",\n \"id\" \"p1\"\n}").Issues.Should().ContainSingle().Subject;

        issue.Should().Be(new ReadingIssue(ReadingSeverity.Fatal, "json-syntax", "Expected ':' but found '\"'.", "", 3, 7));
    }

    [Theory]
    [InlineData("{}", "resource-type-missing")]
    [InlineData("""{"id":"x"}""", "resource-type-missing")]
    [InlineData("""{"resourceType":7}""", "resource-type-missing")]
    [InlineData("[]", "wrong-json-type")]
    [InlineData("\"x\"", "wrong-json-type")]
    public void What_is_no_resource_is_not_readable(string json, string code)
    {
        var document = Documents.Json(json);

        document.IsReadable.Should().BeFalse();
        document.Codes().Should().Contain(code);
    }

    [Fact]
    public void Duplicates_are_found_in_large_objects_and_after_deep_content()
    {
        var members = string.Join(",", Enumerable.Range(0, 2000).Select(i => $"\"m{i}\":{{\"m7\":1,\"x\":1}}"));

        var document = Documents.Json($$"""{"resourceType":"P",{{members}},"m7":2,"m1999":2}""");

        document.Codes().Should().Equal("duplicate-key", "duplicate-key");
        document.Paths().Should().Equal("P.m7", "P.m1999");
    }

    [Fact]
    public void A_byte_order_mark_is_a_warning()
    {
        var document = Documents.Json("\uFEFF{\"resourceType\":\"Patient\",\"id\":\"p\"}");

        document.IsReadable.Should().BeTrue();
        document.Issues.Should().ContainSingle(issue => issue.Code == "encoding" && issue.Severity == ReadingSeverity.Warning);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_fatal_and_located()
    {
        byte[] bytes = [.. "{\"resourceType\":\"P\",\n\"a\":\""u8, 0xE9, .. "\"}"u8];

        var document = FhirReader.Read(bytes, FhirFormat.Json);

        document.IsReadable.Should().BeFalse();
        document.Issues.Should().ContainSingle(issue => issue.Code == "encoding" && issue.Line == 2 && issue.Column == 6);
    }

    [Fact]
    public void Limits_on_size_depth_and_nodes_are_fatal()
    {
        var deep = "{\"resourceType\":\"P\",\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 201);
        var deepArrays = "{\"resourceType\":\"P\",\"a\":" + new string('[', 200) + new string(']', 200) + "}";
        var wide = "{\"resourceType\":\"P\",\"a\":[" + string.Join(',', Enumerable.Repeat("1", 1000)) + "]}";

        Documents.Json(deep).Codes().Should().Equal("depth");
        Documents.Json(deepArrays).Codes().Should().Contain("depth");
        Read(wide, new ReaderLimits { MaxNodes = 100 }).Codes().Should().Equal("nodes");
        Read(wide, new ReaderLimits { MaxBytes = 100 }).Codes().Should().Equal("size");
        Read(wide, new ReaderLimits { MaxNodes = 1001 }).IsReadable.Should().BeTrue();
        Read("{\"resourceType\":\"P\",\"a\":{\"b\":1}}", new ReaderLimits { MaxDepth = 2 }).IsReadable.Should().BeTrue();
        Read("{\"resourceType\":\"P\",\"a\":{\"b\":{\"c\":1}}}", new ReaderLimits { MaxDepth = 2 }).Codes().Should().Equal("depth");

        static FhirDocument Read(string text, ReaderLimits limits) => FhirReader.Read(Encoding.UTF8.GetBytes(text), FhirFormat.Json, limits);
    }

    [Theory]
    [InlineData(FhirFormat.Json)]
    [InlineData(FhirFormat.Xml)]
    public void The_deepest_document_that_limits_can_allow_fits_on_a_small_stack(FhirFormat format)
    {
        const int Depth = ReaderLimits.DepthCeiling - 2;
        var text = format == FhirFormat.Json
            ? "{\"resourceType\":\"P\"" + string.Concat(Enumerable.Repeat(",\"a\":[{\"b\":1", Depth)) + string.Concat(Enumerable.Repeat("}]", Depth)) + "}"
            : "<P xmlns=\"http://hl7.org/fhir\">" + string.Concat(Enumerable.Repeat("<a><b value=\"1\"/>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth)) + "</P>";
        FhirPathTruth? truth = null;
        var thread = new Thread(
            () =>
            {
                var document = FhirReader.Read(Encoding.UTF8.GetBytes(text), format, new ReaderLimits { MaxDepth = ReaderLimits.DepthCeiling + 1 });
                truth = FhirPathExpression.Parse("descendants().count() > 10").Test(document.Root);
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        truth.Should().Be(FhirPathTruth.True);
    }

    [Fact]
    public void Findings_are_capped_with_one_closing_finding()
    {
        var document = Documents.Json("{\"resourceType\":\"P\",\"a\":[" + string.Join(',', Enumerable.Repeat("\"\"", 5000)) + "]}");

        document.Issues.Should().HaveCount(1001);
        document.Issues[^1].Code.Should().Be("too-many-issues");
    }

    [Fact]
    public void Findings_come_in_document_order()
    {
        var document = Documents.Json("""{"resourceType":"P","a":[null,{"b":""}],"c":[]}""");

        document.Codes().Should().Equal("null-value", "empty-string", "empty-array");
    }

    [Fact]
    public void A_document_given_back_to_the_pool_refuses_further_use()
    {
        var document = Documents.Json("""{"resourceType":"Patient","id":"p"}""");
        var root = document.Root;
        document.Dispose();
        document.Dispose();

        root.Invoking(node => node.Name).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void No_node_answers_every_navigation_with_no_node()
    {
        var none = default(FhirNode);

        none.IsNone.Should().BeTrue();
        none.Child("x").Child("y").IsNone.Should().BeTrue();
        none.Value.Should().BeNull();
        none.Children.Count().Should().Be(0);
        none.Parent.IsNone.Should().BeTrue();
        none.Resource.IsNone.Should().BeTrue();
        none.Path.Should().BeEmpty();
        Documents.Json("""{"resourceType":"P","a":1}""").Root.Child("never seen before").IsNone.Should().BeTrue();
    }

    [Theory]
    [InlineData("  {", FhirFormat.Json)]
    [InlineData("\uFEFF\r\n<", FhirFormat.Xml)]
    public void The_format_shows_in_the_first_character(string text, FhirFormat format) =>
        FhirReader.Sniff(Encoding.UTF8.GetBytes(text)).Should().Be(format);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Not found")]
    public void Other_text_is_no_known_format(string text) =>
        FhirReader.Sniff(Encoding.UTF8.GetBytes(text)).Should().BeNull();
}
