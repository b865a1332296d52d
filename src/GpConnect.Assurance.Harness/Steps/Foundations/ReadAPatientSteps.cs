using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_read_a_patient.</summary>
[Binding]
public sealed class ReadAPatientSteps(Consumer consumer, TestPatients patients, CheckRecorder checks)
{
    private FhirNode _found;

    /// <summary>A logical id is taken from a search: that is what consumers do, and ids mean nothing across providers.</summary>
    [When("it reads the patient \"([^\"]+)\"")]
    public void WhenItReadsThePatient(string role)
    {
        _found = patients.Find(role);
        Read(FoundId());
    }

    /// <summary>For a patient whom no search finds.</summary>
    [When("it reads the patient \"([^\"]+)\" by the id in the test data")]
    public void WhenItReadsByTheKnownId(string role) => Read(
        patients.Patient(role).Expected.GetValueOrDefault("id")
        ?? throw new ScenarioSkippedException($"The logical id of the patient \"{role}\" is not known: set testData.patients.{role}.expected.id in the configuration file."));

    [When("it reads the patient \"([^\"]+)\" by its id in the other case")]
    public void WhenItReadsInTheOtherCase(string role)
    {
        _found = patients.Find(role);
        var other = string.Concat(FoundId().Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
        if (other == FoundId())
        {
            throw new ScenarioSkippedException("The provider's ids have no letters, so that they have no other case.");
        }

        Read(other);
    }

    /// <summary>A role in braces stands for the NHS number of who plays it: <c>{registered}</c>.</summary>
    [When("it reads the patient with the id \"(.+)\"")]
    public void WhenItReadsTheId(string id) => Read(patients.Fill(id));

    /// <summary>An id that the provider cannot know: it was made just now.</summary>
    [When("it reads a patient with an id that does not exist")]
    public void WhenItReadsAnUnknownId() => Read(Guid.NewGuid().ToString());

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
        var id = answer.Document?.Root.Child("id").Value;
        checks.That(
            new Check("the Patient has the id that was asked for") { Requirements = ["GPC-API-197"], Location = "Patient.id", Expected = FoundId(), Actual = id ?? "no id" },
            () => id.Should().Be(FoundId(), "a read returns the resource asked for"));
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
        var check = new Check("find and read give the same Patient");
        if (consumer.Latest.ResourceType == "Patient")
        {
            ComparisonSteps.Compare(checks, check, Found(), consumer.Latest.Document!.Root);
        }
        else
        {
            checks.Fail(check with { Expected = "Patient", Actual = consumer.Latest.Summary }, $"There is no Patient to compare: {consumer.Latest.Summary}.");
        }
    }

    [Then("the Patient has the version of the one found")]
    public void ThenItHasTheSameVersion()
    {
        var found = Found().Child("meta").Child("versionId").Value;
        var read = consumer.Latest.Document?.Root.Child("meta").Child("versionId").Value;
        checks.That(
            new Check("find and read give the same version") { Location = "Patient.meta.versionId", Expected = found ?? "a versionId", Actual = read ?? "no versionId" },
            () => read.Should().NotBeNullOrEmpty("the version must be told").And.Be(found, "nobody changed the patient between find and read"));
    }

    /// <summary>The header need not be there; which is the case is noted.</summary>
    [Then("the response's Content-Location, where there is one, names the resource read")]
    public void ThenContentLocationIsRight()
    {
        var location = consumer.Latest.Response.Header("Content-Location");
        var check = new Check("the Content-Location names the resource read") { Location = "Content-Location", Expected = $"…/Patient/{FoundId()}", Actual = location ?? "no such header" };
        if (location is null)
        {
            checks.Inform(check, "Of the readings allowed the provider takes: a read has no Content-Location.");
            return;
        }

        checks.That(check, () => location.Should().MatchRegex($"(^|/)Patient/{Regex.Escape(FoundId())}(/_history/[^/]+)?$", "it must be the URL of the Patient read, or of this version of it"));
        checks.Inform(check, "Of the readings allowed the provider takes: a read has a Content-Location.");
    }

    /// <summary>What the test data says that the patient's record holds, by FHIRPath; <c>family</c> and <c>given</c> are those of the official name.</summary>
    [Then("each Patient holds what is known of the patient \"(.+)\"")]
    public void ThenItHoldsWhatIsKnown(string role)
    {
        var known = patients.Patient(role).Expected;
        if (known.Count == 0)
        {
            throw new ScenarioSkippedException($"Nothing is known of the patient \"{role}\": set testData.patients.{role}.expected in the configuration file.");
        }

        var found = consumer.Latest.Resources("Patient");
        checks.That(
            new Check("the response holds a Patient") { Expected = "Patient", Actual = consumer.Latest.Summary },
            () => found.Should().NotBeEmpty("there must be a Patient to look at"));
        foreach (var patient in found)
        {
            foreach (var (name, value) in known)
            {
                CheckKnown(patient, name, value);
            }
        }
    }

    private void CheckKnown(FhirNode patient, string name, string value)
    {
        var path = name is "family" or "given" ? $"name.where(use = 'official').{name}" : name;
        var actual = FhirPathExpression.Parse(path).Evaluate(patient).ToDisplayString();
        checks.That(
            new Check($"{name} is as the record holds it") { Location = $"{patient.Path}.{path}", Line = patient.Line, Column = patient.Column, Expected = value, Actual = actual },
            () => actual.Should().Be(value, "that is what the practice holds"));
    }

    private void Read(string id) => consumer.Ask(Interactions.ReadPatient, request => request.With("id", id));

    private string FoundId() => Found().Child("id").Value ?? "";

    private FhirNode Found() => _found.IsNone
        ? throw new InvalidOperationException("no patient was found before this step; put 'When it reads the patient \"registered\"' in front of it")
        : _found;
}
