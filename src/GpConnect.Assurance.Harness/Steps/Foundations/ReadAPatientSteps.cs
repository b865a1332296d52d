using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_read_a_patient.</summary>
[Binding]
public sealed class ReadAPatientSteps(Consumer consumer, TestPatients patients, CheckRecorder checks)
{
    private FhirNode _found;

    /// <summary>A logical id is only ever taken from a search: that is what consumers do, and ids mean nothing across providers.</summary>
    [Given("it has found the patient \"(.+)\"")]
    public void GivenItHasFound(string role) => _found = patients.Find(role);

    [When("it reads the patient")]
    public void WhenItReadsThePatient() => WhenItReadsTheId(FoundId());

    [When("it reads the patient with the id \"(.+)\"")]
    public void WhenItReadsTheId(string id) => consumer.Ask(Interactions.ReadPatient, request => request.With("id", id));

    /// <summary>An id that the provider cannot know: it was made just now.</summary>
    [When("it reads a patient with an id that does not exist")]
    public void WhenItReadsAnUnknownId() => WhenItReadsTheId(Guid.NewGuid().ToString());

    [Then("the response is 200 with the Patient that was found")]
    public void ThenItIsThePatientFound()
    {
        var answer = consumer.Latest;
        checks.That(
            new Check("the patient is returned") { Expected = "200 Patient", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(200, "the patient exists; the response came as {0}", answer.Summary);
                answer.ResourceType.Should().Be("Patient", "a Patient was read");
            });
        var id = answer.Document?.Root.Child("id") ?? default;
        checks.That(
            new Check("the Patient has the id that was asked for") { Requirements = ["GPC-API-197"], Location = "Patient.id", Expected = FoundId(), Actual = id.IsNone ? "no id" : id.Value },
            () => (id.IsNone ? null : id.Value).Should().Be(FoundId(), "a read returns the resource asked for"));
    }

    [Then("the ETag is the weak form of the Patient's version")]
    public void ThenTheETagIsTheVersion()
    {
        var answer = consumer.Latest;
        var etag = answer.Response.Header("ETag");
        var version = answer.Document?.Root.Child("meta").Child("versionId").Value;
        checks.That(
            new Check("the ETag is a weak one") { Requirements = ["GPC-API-192"], Location = "ETag", Expected = "W/\"…\"", Actual = etag ?? "no such header" },
            () => etag.Should().MatchRegex("^W/\"[^\"]+\"$", "versions are weak entity tags"));
        checks.That(
            new Check("the ETag is the version of the resource")
            {
                Requirements = ["GPC-API-191"],
                Location = "ETag",
                Expected = version is null ? "W/\"{meta.versionId}\"" : $"W/\"{version}\"",
                Actual = etag ?? "no such header",
            },
            () =>
            {
                version.Should().NotBeNullOrEmpty("a resource that is read has a meta.versionId");
                etag.Should().Be($"W/\"{version}\"", "the ETag gives meta.versionId");
            });
    }

    [Then("the Patient is the same as the one found")]
    public void ThenItIsTheSame()
    {
        var read = consumer.Latest.Document?.Root ?? default;
        var check = new Check("find and read give the same Patient");
        if (read.IsNone || read.ResourceType != "Patient")
        {
            checks.Fail(check, $"There is no Patient to compare: {consumer.Latest.Summary}.");
            return;
        }

        var differences = FhirCompare.Differences(_found, read);
        checks.That(check, () => differences.Should().BeEmpty("nobody changed the patient between find and read"));
    }

    private string FoundId() => _found.IsNone
        ? throw new InvalidOperationException("no patient was found before this step; put 'Given it has found the patient' in front of it")
        : _found.Child("id").Value ?? "";
}
