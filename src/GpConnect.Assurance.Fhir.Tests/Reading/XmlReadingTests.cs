using System.Text;

namespace GpConnect.Assurance.Fhir.Tests.Reading;

public class XmlReadingTests
{
    private const string Div = """<div xmlns="http://www.w3.org/1999/xhtml">""";

    [Fact]
    public void A_resource_becomes_nodes_with_names_values_and_paths()
    {
        var document = Documents.Xml("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <Patient xmlns="http://hl7.org/fhir">
              <id value="p1"/>
              <name id="n1"> <!-- here too -->
                <family value="Smith"/><given value="Ann"/><given value="May"/>
              </name>
              <name><text value="Annie"></text></name>
              <birthDate value="1970"><extension url="u"><valueCode value="x"/></extension></birthDate>
            </Patient>
            """);

        document.Issues.Should().BeEmpty();
        document.Lines().Should().Equal(
            "Patient",
            "Patient.id = p1",
            "Patient.name[0]",
            "Patient.name[0].id = n1",
            "Patient.name[0].family = Smith",
            "Patient.name[0].given[0] = Ann",
            "Patient.name[0].given[1] = May",
            "Patient.name[1]",
            "Patient.name[1].text = Annie",
            "Patient.birthDate = 1970",
            "Patient.birthDate.extension",
            "Patient.birthDate.extension.url = u",
            "Patient.birthDate.extension.valueCode = x");
        document.Root.Child("name").Child("id").IsAttribute.Should().BeTrue();
        document.Root.Child("id").IsAttribute.Should().BeFalse();
        document.Root.Child("id").Position.Should().Be((4, 3));
        document.Root.Child("name").Child("id").Position.Should().Be((5, 9));
    }

    [Fact]
    public void A_resource_in_an_element_is_one_node()
    {
        var document = Documents.Xml("""
            <Bundle xmlns="http://hl7.org/fhir"><entry><resource><Patient><contained><Practitioner><id value="x"/></Practitioner></contained><id value="p"/></Patient></resource></entry></Bundle>
            """);

        document.Issues.Should().BeEmpty();
        document.Root.Child("entry").Child("resource").ResourceType.Should().Be("Patient");
        document.Root.Child("entry").Child("resource").Child("contained").ResourceType.Should().Be("Practitioner");
        document.Root.Child("entry").Child("resource").Child("contained").Child("id").Path.Should().Be("Bundle.entry.resource.contained.id");
    }

    [Theory]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"/>", "Patient")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"></Patient>", "Patient")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><contained><Organization/></contained></Patient>", "Patient|Patient.contained")]
    public void A_resource_may_hold_nothing_as_in_JSON(string xml, string lines)
    {
        var document = Documents.Xml(xml);

        document.Issues.Should().BeEmpty();
        document.Lines().Should().Equal(lines.Split('|'));
    }

    [Fact]
    public void Namespace_prefixes_are_resolved()
    {
        var document = Documents.Xml($"""
            <f:Patient xmlns:f="http://hl7.org/fhir" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://hl7.org/fhir x.xsd">
              <f:id value="p"/><f:text><h:div xmlns:h="http://www.w3.org/1999/xhtml">x</h:div></f:text>
            </f:Patient>
            """);

        document.Issues.Should().BeEmpty();
        document.Root.Child("text").Child("div").Value.Should().Be("""<h:div xmlns:h="http://www.w3.org/1999/xhtml">x</h:div>""");
    }

    [Fact]
    public void A_narrative_is_one_leaf_with_its_text()
    {
        var text = Div + "<p>a &lt; <b>b</b><!-- c --></p><img src='#x'/></div>";

        var document = Documents.Xml($"<Patient xmlns=\"http://hl7.org/fhir\"><text><status value=\"generated\"/>{text}</text></Patient>");

        document.Issues.Should().BeEmpty();
        var div = document.Root.Child("text").Child("div");
        div.Value.Should().Be(text);
        div.HasChildren.Should().BeFalse();
    }

    [Theory]
    [InlineData("a &amp; &lt;b&gt; &quot;c&quot; &apos;", "a & <b> \"c\" '")]
    [InlineData("&#233;&#x1F600;&#xA;&#9;", "é😀\n\t")]
    [InlineData("one\ntwo\r\nthree\tfour", "one two three four")]
    [InlineData("'", "'")]
    public void Attribute_values_are_resolved_and_normalised_as_XML_says(string raw, string value)
    {
        var document = Documents.Xml($"<P xmlns=\"http://hl7.org/fhir\"><a value=\"{raw}\"/></P>");

        document.Issues.Should().BeEmpty();
        document.Root.Child("a").Value.Should().Be(value);
    }

    [Theory]
    [InlineData("<a/>", "empty-object", "P.a")]
    [InlineData("<a></a>", "empty-object", "P.a")]
    [InlineData("<a value=\"\"/>", "empty-string", "P.a")]
    [InlineData("<a value='1' colour='red'/>", "xml-attribute", "P.a")]
    [InlineData("<a url='u' value='1'/>", "xml-attribute", "P.a")]
    [InlineData("<a xml:lang='en' value='1'/>", "xml-attribute", "P.a")]
    [InlineData("<a><id value='1'/></a>", "xml-attribute", "P.a.id")]
    [InlineData("<extension><url value='1'/></extension>", "xml-attribute", "P.extension.url")]
    [InlineData("<a value='1'>text</a>", "xml-text", "P.a")]
    [InlineData("<a value='1'>&amp;</a>", "xml-text", "P.a")]
    [InlineData("<a value='1'><![CDATA[x]]></a>", "xml-text", "P.a")]
    [InlineData("<a xmlns='urn:x' value='1'><b/></a>", "xml-namespace", "P.a")]
    [InlineData("<x:a value='1'/>", "xml-namespace", "P.a")]
    [InlineData("<contained><Q><id value='1'/></Q><R><id value='2'/></R></contained>", "xml-resource", "P.contained.R")]
    [InlineData("<contained><Q><id value='1'/></Q><b value='2'/></contained>", "xml-resource", "P.contained.b")]
    [InlineData("<Q><id value='1'/></Q>", "xml-resource", "P.Q")]
    public void What_the_serialisation_forbids_is_reported_once_and_reading_goes_on(string content, string code, string path)
    {
        var document = Documents.Xml($"<P xmlns=\"http://hl7.org/fhir\">{content}<z value='1'/></P>");

        document.IsReadable.Should().BeTrue();
        document.Root.Child("z").Value.Should().Be("1");
        document.Issues.Should().ContainSingle();
        document.Issues[0].Should().BeEquivalentTo(new { Severity = ReadingSeverity.Error, Code = code, Path = path });
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<P")]
    [InlineData("<P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"1\"/>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"1\"></b></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"1\" value=\"2\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=1/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"<\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"&nbsp;\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"&#0;\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"&#xD800;\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"a & b\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"\u0001\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><a value=\"1\"b=\"2\"/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><!-- a -- b --></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><![CDATA[</P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"></P><Q/>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"></P>text")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><1a/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><f:/></P>")]
    [InlineData("<P xmlns=\"http://hl7.org/fhir\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p></div></P>")]
    public void Broken_XML_is_one_fatal_finding(string xml)
    {
        var document = Documents.Xml(xml);

        document.IsReadable.Should().BeFalse();
        document.Issues.Should().ContainSingle(issue => issue.Severity == ReadingSeverity.Fatal).Which.Code.Should().Be("xml-syntax");
    }

    [Fact]
    public void A_document_type_is_refused_so_entities_cannot_expand()
    {
        var document = Documents.Xml("""<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><P xmlns="http://hl7.org/fhir"><a value="&b;"/></P>""");

        document.IsReadable.Should().BeFalse();
        document.Codes().Should().Equal("xml-doctype");
    }

    [Fact]
    public void A_processing_instruction_is_a_warning()
    {
        var document = Documents.Xml("""<?xml-stylesheet href="x"?><P xmlns="http://hl7.org/fhir"><?go on?><a value="1"/></P>""");

        document.IsReadable.Should().BeTrue();
        document.Issues.Select(issue => issue.Severity).Should().Equal(ReadingSeverity.Warning, ReadingSeverity.Warning);
        document.Codes().Should().OnlyContain(code => code == "xml-processing-instruction");
    }

    [Fact]
    public void A_root_in_no_namespace_is_reported_once_and_its_content_read()
    {
        var document = Documents.Xml("""<Patient><id value="p"/><name><family value="x"/></name></Patient>""");

        document.Codes().Should().Equal("xml-namespace");
        document.Root.Child("name").Child("family").Value.Should().Be("x");
    }

    [Fact]
    public void An_HTML_page_is_no_resource()
    {
        var document = Documents.Xml("""<html xmlns="http://www.w3.org/1999/xhtml"><body>Not found</body></html>""");

        document.IsReadable.Should().BeFalse();
        document.Codes().Should().Equal("resource-type-missing");
    }

    [Fact]
    public void Another_encoding_is_reported()
    {
        Documents.Xml("""<?xml version="1.0" encoding="ISO-8859-1"?><P xmlns="http://hl7.org/fhir"><a value="1"/></P>""").Codes().Should().Equal("encoding");
        Documents.Xml("""<?xml version="1.0" encoding='utf-8' ?><P xmlns="http://hl7.org/fhir"><a value="1"/></P>""").Codes().Should().BeEmpty();
        FhirReader.Read(Encoding.Unicode.GetBytes("<P/>"), FhirFormat.Xml).IsReadable.Should().BeFalse();
    }

    [Fact]
    public void An_element_that_comes_back_later_goes_on_counting()
    {
        var document = Documents.Xml("<P xmlns=\"http://hl7.org/fhir\"><a value='1'/><b value='1'/><a value='2'/></P>");

        document.Lines().Should().Equal("P", "P.a[0] = 1", "P.b = 1", "P.a[1] = 2");
    }

    [Fact]
    public void Elements_in_changing_order_are_counted_in_linear_time()
    {
        var content = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a value='{i}'/><b value='{i}'/>"));

        var document = Documents.Xml($"<P xmlns=\"http://hl7.org/fhir\">{content}</P>");

        document.Root.ChildrenNamed("b").ToArray()[^1].Path.Should().Be("P.b[99999]");
    }

    [Fact]
    public void Limits_hold_for_XML_too()
    {
        var deep = "<P xmlns=\"http://hl7.org/fhir\">" + string.Concat(Enumerable.Repeat("<a>", 200));
        var deepDiv = $"<P xmlns=\"http://hl7.org/fhir\"><text>{Div}{string.Concat(Enumerable.Repeat("<p>", 1000))}";
        var attributes = $"<P xmlns=\"http://hl7.org/fhir\"><a {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}='1'"))}/></P>";
        var prefixes = string.Concat(Enumerable.Range(0, 90).Select(i => $"<a xmlns:x{i}='u' xmlns:y{i}='u' xmlns:z{i}='u'>"));

        Documents.Xml(deep).Codes().Should().Equal("depth");
        Documents.Xml(deepDiv).Codes().Should().Equal("xml-syntax");
        Documents.Xml(attributes).Codes().Should().Equal("xml-syntax");
        Documents.Xml($"<P xmlns=\"http://hl7.org/fhir\">{prefixes}").Codes().Should().Equal("xml-syntax");
    }
}
