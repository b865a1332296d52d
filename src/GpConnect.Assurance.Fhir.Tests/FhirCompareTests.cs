using GpConnect.Assurance.Fhir.Tests.Reading;

namespace GpConnect.Assurance.Fhir.Tests;

public class FhirCompareTests
{
    private const string Patient = """
        {"resourceType":"Patient","id":"p","extension":[{"url":"u","valueDecimal":1.50}],"name":[{"given":["A","B"]},{"given":["C"]}],
        "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">a &amp; b<br/></div>"}}
        """;

    [Fact]
    public void Json_and_XML_of_one_resource_are_equal()
    {
        var xml = Documents.Xml("""
            <Patient xmlns="http://hl7.org/fhir">
              <id value="p"/>
              <extension url="u"><valueDecimal value="1.50"/></extension>
              <name><given value="A"/><given value="B"/></name>
              <name><given value="C"/></name>
              <text><div xmlns='http://www.w3.org/1999/xhtml'>a &#38; b<br /></div><status value="generated"/></text>
            </Patient>
            """);

        xml.Issues.Should().BeEmpty();
        FhirCompare.Differences(Documents.Json(Patient).Root, xml.Root).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"p\"", "\"q\"", "Patient.id is 'p' in the first and 'q' in the second")]
    [InlineData("1.50", "1.5", "Patient.extension[0].valueDecimal is '1.50' in the first and '1.5' in the second")]
    [InlineData("\"A\",\"B\"", "\"A\"", "Patient.name[0].given[1] is only in the first")]
    [InlineData("\"C\"", "\"C\",\"D\"", "Patient.name[1].given[1] is only in the second")]
    [InlineData("a &amp; b", "a &amp; c", null)]
    [InlineData("\"status\":\"generated\",", "", "Patient.text.status is only in the first")]
    [InlineData("\"id\":\"p\"", "\"id\":\"p\",\"active\":true", "Patient.active is only in the second")]
    public void A_difference_is_named_where_it_is(string original, string changed, string? difference)
    {
        var differences = FhirCompare.Differences(Documents.Json(Patient).Root, Documents.Json(Patient.Replace(original, changed, StringComparison.Ordinal)).Root);

        differences.Should().ContainSingle();
        if (difference is not null)
        {
            differences[0].ToString().Should().Be(difference);
        }
    }

    [Fact]
    public void Order_matters_within_a_name_and_not_between_names()
    {
        var one = Documents.Json("""{"resourceType":"P","a":["1","2"],"b":"3"}""").Root;

        FhirCompare.Differences(one, Documents.Json("""{"resourceType":"P","b":"3","a":["1","2"]}""").Root).Should().BeEmpty();
        FhirCompare.Differences(one, Documents.Json("""{"resourceType":"P","b":"3","a":["2","1"]}""").Root).Should().HaveCount(2);
    }

    [Fact]
    public void Different_resource_types_are_one_difference()
    {
        FhirCompare.Differences(Documents.Json("""{"resourceType":"P","a":1}""").Root, Documents.Json("""{"resourceType":"Q","b":1}""").Root)
            .Should().Equal(new FhirDifference("P", FhirDifferenceKind.ResourceType, "P", "Q"));
    }
}
