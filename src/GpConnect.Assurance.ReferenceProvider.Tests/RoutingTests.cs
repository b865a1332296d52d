using System.Text;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class RoutingTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private Consumer Consumer => provider.Consumer;

    private string PatientId => Consumer.TestData.Patients["registered"].LogicalId!;

    [Theory]
    [InlineData("urn:nhs:names:services:gpconnect:fhir:rest:search:patient")]
    [InlineData("urn:nhs:names:services:gpconnect:fhir:rest:search:patient-2")]
    [InlineData("urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1")]
    [InlineData("urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1")]
    [InlineData("urn:nhs:names:services:gpconnect:fhir:operation:gpc.getcarerecord")]
    [InlineData("URN:NHS:NAMES:SERVICES:GPCONNECT:FHIR:REST:SEARCH:PATIENT-1")]
    [InlineData("invalid")]
    public async Task Another_interaction_id_is_refused(string id)
    {
        var answer = await Consumer.FindPatient("registered", request => SspHeaderTests.Change(request, "Ssp-InteractionID", id));

        answer.Error.Should().Be("400 BAD_REQUEST");
        answer.Diagnostics.Should().Contain(id);
    }

    [Theory]
    [InlineData("POST", "metadata", "read:metadata")]
    [InlineData("POST", "Patient/{id}", "read:patient")]
    [InlineData("PUT", "Patient/{id}", "read:patient")]
    [InlineData("DELETE", "Patient/{id}", "read:patient")]
    [InlineData("PATCH", "Patient/{id}", "read:patient")]
    [InlineData("PUT", "Patient", "search:patient")]
    public async Task Another_verb_is_refused(string verb, string path, string interaction)
    {
        var answer = await Consumer.Get(
            path.Replace("{id}", PatientId),
            $"urn:nhs:names:services:gpconnect:fhir:rest:{interaction}-1",
            "patient/*.read",
            request =>
            {
                request.Method = new HttpMethod(verb);
                request.Content = verb == "DELETE" ? null : new StringContent("{}", Encoding.UTF8, "application/fhir+json");
            });

        answer.Error.Should().Be("400 BAD_REQUEST");
    }

    [Fact]
    public async Task HEAD_is_refused_without_a_body()
    {
        var answer = await Consumer.ReadPatient("registered", request => request.Method = HttpMethod.Head);

        answer.Status.Should().Be(400);
        answer.Body.Should().BeEmpty();
    }

    [Theory]
    [InlineData("patient")]
    [InlineData("Basic/1")]
    [InlineData("Patient/")]
    [InlineData("Patient/$gpc.unknownoperation")]
    [InlineData("Patient/{id}/_history/1")]
    [InlineData("Metadata")]
    [InlineData("Location")]
    public async Task A_path_with_nothing_behind_it_is_not_implemented(string path)
    {
        var answer = await Consumer.Get(path.Replace("{id}", PatientId), Consumer.Read("patient"), "patient/*.read");

        answer.Error.Should().Be("501 NOT_IMPLEMENTED");
    }

    [Theory]
    [InlineData("GPC001", "gpc001")]
    [InlineData("GPC001", "GPC002")]
    [InlineData("STU3", "stu3")]
    [InlineData("/1/", "/2/")]
    [InlineData("gpconnect", "gpconnect2")]
    public async Task A_URL_below_no_service_root_is_not_found(string part, string otherwise)
    {
        var answer = await Consumer.GetMetadata(request =>
            request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace(part, otherwise)));

        answer.Error.Should().Be("404 NO_RECORD_FOUND");
        answer.Headers["Cache-Control"].Should().Be("no-store");
    }

    [Theory]
    [InlineData("%7C")]
    [InlineData("%7c")]
    [InlineData("|")]
    public async Task Percent_encoding_is_read_in_either_case(string bar)
    {
        var path = $"Patient?identifier=https%3a%2f%2ffhir.nhs.uk%2FId%2Fnhs-number{bar}{Consumer.TestData.Patients["registered"].NhsNumber}";

        (await Consumer.Get(path, Consumer.Search("patient"), "patient/*.read")).Entries.Should().ContainSingle();
    }
}
