using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_read_a_patient.</summary>
[Binding]
public sealed class ReadAPatientSteps(Consumer consumer, TestPatients patients, FoundResource found)
{
    /// <summary>A logical id is taken from a search: that is what consumers do, and ids mean nothing across providers.</summary>
    [When("it reads the patient \"([^\"]+)\"")]
    public void WhenItReadsThePatient(string role)
    {
        found.Is(patients.Find(role));
        Read(found.Id);
    }

    /// <summary>For a patient whom no search finds.</summary>
    [When("it reads the patient \"([^\"]+)\" by the id in the test data")]
    public void WhenItReadsByTheKnownId(string role) => Read(
        patients.Patient(role).Expected.GetValueOrDefault("id")
        ?? throw new ScenarioSkippedException($"The logical id of the patient \"{role}\" is not known: set testData.patients.{role}.expected.id in the configuration file."));

    [When("it reads the patient \"([^\"]+)\" by its id in the other case")]
    public void WhenItReadsInTheOtherCase(string role)
    {
        found.Is(patients.Find(role));
        var other = string.Concat(found.Id.Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
        if (other == found.Id)
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

    private void Read(string id) => consumer.Ask(Interactions.ReadPatient, request => request.With("id", id));
}
