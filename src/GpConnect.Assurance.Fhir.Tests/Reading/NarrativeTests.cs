using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Fhir.Tests.Reading;

public class NarrativeTests
{
    private const string Start = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";

    [Theory]
    [InlineData(Start + "text</div>")]
    [InlineData(Start + "<p class=\"a\" style=\"b\" id=\"c\">x<br/>&lt;&#160;&#xA0;</p></div>")]
    [InlineData("  " + Start + "<table border=\"1\"><tr><td colspan=\"2\">x</td></tr></table></div>\n")]
    [InlineData(Start + "<img src=\"#a\" alt=\"\"/></div>")]
    [InlineData(Start + "<a href=\"http://x\" name=\"y\">x</a><sub>1</sub></div>")]
    [InlineData("<div xml:lang=\"en\" lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">x</div>")]
    public void Allowed_narrative_has_no_findings(string div) => Codes(div).Should().BeEmpty();

    [Theory]
    [InlineData("plain text", "xhtml-syntax")]
    [InlineData(Start + "<p>x</div>", "xhtml-syntax")]
    [InlineData(Start + "x", "xhtml-syntax")]
    [InlineData(Start + "x&nbsp;y</div>", "xhtml-syntax")]
    [InlineData(Start + "x & y</div>", "xhtml-syntax")]
    [InlineData(Start + "x</div><div>y</div>", "xhtml-syntax")]
    [InlineData("</div>", "xhtml-syntax")]
    [InlineData(Start + "<br></div>", "xhtml-syntax")]
    [InlineData(Start + "<script>x</script></div>", "xhtml-element")]
    [InlineData(Start + "<P>x</P></div>", "xhtml-element")]
    [InlineData("<p xmlns=\"http://www.w3.org/1999/xhtml\">x</p>", "xhtml-element")]
    [InlineData(Start + "<p onclick=\"x\">x</p></div>", "xhtml-attribute")]
    [InlineData(Start + "<a href=\" JavaScript:x\">x</a></div>", "xhtml-attribute")]
    [InlineData("<div>x</div>", "xhtml-namespace")]
    [InlineData("<div xmlns=\"http://hl7.org/fhir\">x</div>", "xhtml-namespace")]
    [InlineData(Start + "<f:p>x</f:p></div>", "xhtml-namespace")]
    [InlineData(Start + "<p xmlns=\"http://hl7.org/fhir\">x</p></div>", "xhtml-namespace")]
    [InlineData(Start + "  <p> </p></div>", "xhtml-empty")]
    [InlineData(Start + "<img alt=\"x\"/></div>", "xhtml-empty")]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"/>", "xhtml-empty")]
    public void What_narrative_must_not_be_is_one_finding(string div, string code) => Codes(div).Should().Equal(code);

    [Fact]
    public void Findings_in_XML_stand_where_the_fault_is()
    {
        var document = Documents.Xml($"<P xmlns=\"http://hl7.org/fhir\"><text>\n{Start}<p>x</p><blink>y</blink></div></text></P>");

        document.Issues.Should().ContainSingle();
        document.Issues[0].Should().BeEquivalentTo(new { Code = "xhtml-element", Path = "P.text.div", Line = 2, Column = 51 });
    }

    private static string[] Codes(string div)
    {
        var json = new JsonObject { ["resourceType"] = "P", ["text"] = new JsonObject { ["div"] = div } };
        var document = FhirReader.Read(FhirJsonWriter.Write(json), FhirFormat.Json);
        document.Root.Child("text").Child("div").Value.Should().Be(div);
        return document.Codes();
    }
}
