using GpConnect.Assurance.Harness.Steps.Common;

namespace GpConnect.Assurance.Harness.Tests.Steps;

public sealed class FieldWordsTests
{
    [Theory]
    [InlineData("family", "The patient's surname is missing")]
    [InlineData("family", "Patient.name[0].family: minimum required = 1")]
    [InlineData("given", "A forename is expected")]
    [InlineData("birthDate", "Date of Birth was not supplied")]
    [InlineData("identifier", "No NHS Number in request")]
    [InlineData("requesting_organization", "requesting organisation claim missing")]
    [InlineData("Ssp-TraceID", "header ssp-traceid missing")]
    public void A_field_is_named_by_its_FHIR_name_and_by_common_words_for_it(string element, string diagnostics) =>
        FieldWords.AreIn(diagnostics, element).Should().BeTrue();

    [Theory]
    [InlineData("family", "The request is not right.")]
    [InlineData("birthDate", "The patient's surname is missing")]
    [InlineData("Ssp-TraceID", "a header is missing")]
    public void Words_for_something_else_name_no_field(string element, string diagnostics) =>
        FieldWords.AreIn(diagnostics, element).Should().BeFalse();
}
