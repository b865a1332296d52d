using System.Text;

namespace GpConnect.Assurance.Fhir.Tests.Reading;

public class NamesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1234567")]
    [InlineData("12345678")]
    [InlineData("managingOrganization")]
    [InlineData("aVeryLongElementNameOfWhichThereIsNoneInFhirAtAllButMayBeInAnExtension")]
    public void A_name_has_the_same_id_in_code_and_in_documents(string name)
    {
        var id = FhirNames.Intern(name);

        FhirNames.Intern(name).Should().Be(id);
        FhirNames.Text(id).Should().Be(name);
        Documents.Json($$"""{"resourceType":"P","{{name}}":1}""").Root.FirstChild.NameId.Should().Be(id);
    }

    [Fact]
    public void Names_that_differ_only_in_the_middle_differ()
    {
        var left = FhirNames.Intern("beginningXendings");
        var right = FhirNames.Intern("beginningYendings");

        left.Should().NotBe(right);
    }

    [Fact]
    public void A_document_with_more_names_than_FHIR_has_is_refused_and_does_no_harm_to_others()
    {
        var hostile = new StringBuilder("{\"resourceType\":\"P\"");
        for (var i = 0; i < 100_000; i++)
        {
            hostile.Append($",\"hostile{i}\":1");
        }

        var refused = Documents.Json(hostile.Append('}').ToString());
        var next = Documents.Json("""{"resourceType":"P","hostile99999":{"hostile99998":1}}""");

        refused.Codes().Should().Equal("names");
        next.Issues.Should().BeEmpty();
        next.Root.Child("hostile99999").Child("hostile99998").Value.Should().Be("1");
        next.Root.Child("hostile99999").Name.Should().Be("hostile99999");
        FhirNames.Intern("hostile99999").Should().Be(next.Root.FirstChild.NameId);
        next.Root.Child(FhirNames.Intern("hostile99999")).Child("hostile99998").Value.Should().Be("1");
    }

    [Fact]
    public void Names_are_found_while_others_are_added_on_other_threads()
    {
        Parallel.For(0, 2000, i =>
        {
            var id = FhirNames.Intern($"parallel{i % 500}");
            FhirNames.Text(id).Should().Be($"parallel{i % 500}");
        });
    }
}
