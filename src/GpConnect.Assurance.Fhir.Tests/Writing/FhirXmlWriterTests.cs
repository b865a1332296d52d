using System.Text;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir.Tests.Reading;

namespace GpConnect.Assurance.Fhir.Tests.Writing;

public class FhirXmlWriterTests
{
    [Fact]
    public void A_resource_is_written_in_the_order_of_its_properties()
    {
        Xml("""{"resourceType":"Patient","id":"p","active":true,"name":[{"id":"n","family":"O'Neill & <Sons>"},{"text":"B"}]}""")
            .Should().Be("""<Patient xmlns="http://hl7.org/fhir"><id value="p" /><active value="true" /><name id="n"><family value="O'Neill &amp; &lt;Sons&gt;" /></name><name><text value="B" /></name></Patient>""");
    }

    [Fact]
    public void Companions_give_their_primitives_id_and_extensions()
    {
        Xml("""{"resourceType":"P","birthDate":"1970","_birthDate":{"id":"b"},"given":["A",null],"_given":[null,{"extension":[{"url":"u","valueCode":"x"}]}],"_z":{"id":"z"}}""")
            .Should().Be("""<P xmlns="http://hl7.org/fhir"><birthDate id="b" value="1970" /><given value="A" /><given><extension url="u"><valueCode value="x" /></extension></given><z id="z" /></P>""");
    }

    [Fact]
    public void The_url_is_an_attribute_of_extensions_only()
    {
        Xml("""{"resourceType":"P","modifierExtension":[{"valueInteger":1,"url":"u"}],"identifier":{"url":"x"}}""")
            .Should().Be("""<P xmlns="http://hl7.org/fhir"><modifierExtension url="u"><valueInteger value="1" /></modifierExtension><identifier><url value="x" /></identifier></P>""");
    }

    [Fact]
    public void Resources_are_wrapped_and_narrative_is_copied()
    {
        Xml("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"P","text":{"div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">a<br/>b</div>"},"contained":[{"resourceType":"Q","id":"q"}]}}]}""")
            .Should().Be("""<Bundle xmlns="http://hl7.org/fhir"><entry><resource><P><text><div xmlns="http://www.w3.org/1999/xhtml">a<br/>b</div></text><contained><Q><id value="q" /></Q></contained></P></resource></entry></Bundle>""");
    }

    [Fact]
    public void Numbers_keep_their_precision_and_line_breaks_survive()
    {
        var document = Documents.Xml(Xml("""{"resourceType":"P","a":1.50,"b":"one\ntwo\tthree"}"""));

        document.Root.Child("a").Value.Should().Be("1.50");
        document.Root.Child("b").Value.Should().Be("one\ntwo\tthree");
    }

    [Theory]
    [InlineData("""{"id":"p"}""")]
    [InlineData("""{"resourceType":"P","a":[["b"]]}""")]
    public void What_FHIR_XML_cannot_express_is_refused(string json) =>
        FluentActions.Invoking(() => Xml(json)).Should().Throw<ArgumentException>();

    [Fact]
    public void Json_is_written_compactly_with_few_escapes()
    {
        var json = """{"resourceType":"P","div":"<p class='é'>\"+\"</p>","n":1.50}""";

        Encoding.UTF8.GetString(FhirJsonWriter.Write(JsonNode.Parse(json)!.AsObject())).Should().Be(json);
    }

    private static string Xml(string json)
    {
        var text = Encoding.UTF8.GetString(FhirXmlWriter.Write(JsonNode.Parse(json)!.AsObject()));
        text.Should().StartWith("""<?xml version="1.0" encoding="utf-8"?>""");
        return text[text.IndexOf("?>", StringComparison.Ordinal)..][2..];
    }
}
