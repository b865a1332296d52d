namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class FindAPatientTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private Consumer Consumer => provider.Consumer;

    [Theory]
    [InlineData("registered")]
    [InlineData("registered-minimal")]
    [InlineData("temporary")]
    [InlineData("dissent")]
    [InlineData("untraced-same-birth-date")]
    [InlineData("untraced-near-birth-date")]
    public async Task An_active_patient_is_found_by_NHS_number(string role)
    {
        var answer = await Consumer.FindPatient(role);

        answer.Status.Should().Be(200);
        answer.Json["resourceType"]!.GetValue<string>().Should().Be("Bundle");
        answer.Json["type"]!.GetValue<string>().Should().Be("searchset");
        var patient = answer.Entries.Should().ContainSingle().Subject;
        patient["id"]!.GetValue<string>().Should().Be(Consumer.TestData.Patients[role].LogicalId);
        patient["identifier"]![0]!["value"]!.GetValue<string>().Should().Be(Consumer.TestData.Patients[role].NhsNumber);
        patient["identifier"]![0]!["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"]!.GetValue<string>().Should().Be("01");
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("unregistered")]
    [InlineData("inactive")]
    [InlineData("deceased")]
    [InlineData("superseded")]
    [InlineData("untraced-other-initial")]
    [InlineData("untraced-other-family")]
    [InlineData("untraced-other-birth-date")]
    [InlineData("untraced-deceased")]
    [InlineData("untraced-sensitive")]
    [InlineData("untraced-invalid")]
    public async Task Anybody_else_is_not_in_the_bundle(string role)
    {
        var answer = await Consumer.FindPatient(role);

        answer.Status.Should().Be(200);
        answer.Json.ContainsKey("entry").Should().BeFalse();
        answer.Json.ContainsKey("total").Should().BeFalse("the profile has no total");
    }

    [Fact]
    public async Task A_sensitive_patient_is_not_found()
    {
        var answer = await Consumer.FindPatient("sensitive");

        answer.Error.Should().Be("404 PATIENT_NOT_FOUND");
        answer.Diagnostics.Should().NotContain(Consumer.TestData.Patients["sensitive"].Family);
    }

    [Fact]
    public async Task A_record_that_makes_no_valid_resource_fails_the_whole_search()
    {
        var answer = await Consumer.FindPatient("incomplete");

        answer.Error.Should().Be("500 INTERNAL_SERVER_ERROR");
        answer.Diagnostics.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("https://fhir.example.org/Id/unknown", "9999999999", "400 INVALID_IDENTIFIER_SYSTEM")]
    [InlineData("https://FHIR.NHS.UK/Id/nhs-number", "9999999999", "400 INVALID_IDENTIFIER_SYSTEM")]
    [InlineData("", "9999999999", "400 INVALID_IDENTIFIER_SYSTEM")]
    [InlineData("https://fhir.nhs.uk/Id/nhs-number", "", "400 INVALID_NHS_NUMBER")]
    [InlineData("https://fhir.nhs.uk/Id/nhs-number", "123", "400 INVALID_NHS_NUMBER")]
    [InlineData("https://fhir.nhs.uk/Id/nhs-number", "12345678901", "400 INVALID_NHS_NUMBER")]
    [InlineData("https://fhir.nhs.uk/Id/nhs-number", "9999999990", "400 INVALID_NHS_NUMBER")]
    [InlineData("https://fhir.nhs.uk/Id/nhs-number", "ABCDEFGHIJ", "400 INVALID_NHS_NUMBER")]
    [InlineData("https://fhir.nhs.uk/Id/nhs-number", "9999999999,9999999999", "400 INVALID_NHS_NUMBER")]
    public async Task An_identifier_that_cannot_be_searched_for_is_refused(string system, string value, string error) =>
        (await Consumer.Find("Patient", system, value)).Error.Should().Be(error);

    [Theory]
    [InlineData("Patient", "400 BAD_REQUEST")]
    [InlineData("Patient?Identifier={0}", "400 BAD_REQUEST")]
    [InlineData("Patient?identifiers={0}", "400 BAD_REQUEST")]
    [InlineData("Patient?identifier={0}&identifier={0}", "400 BAD_REQUEST")]
    [InlineData("Patient?identifier=9999999999", "400 INVALID_IDENTIFIER_SYSTEM")]
    public async Task The_identifier_is_expected_once_with_its_system(string path, string error)
    {
        var identifier = Uri.EscapeDataString("https://fhir.nhs.uk/Id/nhs-number|" + Consumer.TestData.Patients["registered"].NhsNumber);

        var answer = await Consumer.Get(path.Replace("{0}", identifier), Consumer.Search("patient"), "patient/*.read");

        answer.Error.Should().Be(error);
    }

    [Theory]
    [InlineData("&madeUpParameter=1")]
    [InlineData("&_format=application/fhir%2Bjson")]
    [InlineData("&_FORMAT=application/pdf")]
    public async Task A_parameter_that_is_not_known_is_ignored(string parameter)
    {
        var path = Consumer.ByNhsNumber(Consumer.TestData.Patients["registered"].NhsNumber);

        var answer = await Consumer.Get(path + parameter, Consumer.Search("patient"), "patient/*.read");

        answer.Entries.Should().ContainSingle();
    }

    [Fact]
    public async Task The_same_search_gives_the_same_bytes()
    {
        var first = await Consumer.FindPatient("registered");
        var second = await Consumer.FindPatient("registered", request => request.Headers.Add("Accept-Language", "fr-FR"));

        second.Body.Should().Equal(first.Body);
    }

    [Fact]
    public async Task Found_and_read_are_the_same_resource()
    {
        var found = await Consumer.FindPatient("registered");
        var read = await Consumer.ReadPatient("registered");

        found.Entries[0].ToJsonString().Should().Be(read.Json.ToJsonString());
    }
}
