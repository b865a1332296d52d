using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_read_a_location. There is no search for locations.</summary>
[Binding]
public sealed class ReadALocationSteps(Consumer consumer, TestParticipants participants, TestPatients patients, FoundResource found)
{
    private const string PreferredBranch =
        "extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1').extension('preferredBranchSurgery').value.reference";

    /// <summary>By the id in the test data.</summary>
    [When("it reads the location \"([^\"]+)\"")]
    public void WhenItReadsTheLocation(string role)
    {
        found.HasId(participants.Location(role).Id);
        WhenItReadsTheId(found.Id);
    }

    [When("it reads the preferred branch surgery of the patient \"([^\"]+)\"")]
    public void WhenItReadsThePreferredBranch(string role)
    {
        var reference = FhirPathExpression.Parse(PreferredBranch).Evaluate(patients.Find(role)).ToDisplayString();
        if (reference.Length == 0)
        {
            throw new ScenarioSkippedException($"The patient \"{role}\" has no preferred branch surgery that could be read.");
        }

        found.HasId(reference.Split('/')[^1]);
        WhenItReadsTheId(found.Id);
    }

    [When("it reads the location with the id \"(.+)\"")]
    public void WhenItReadsTheId(string id) => consumer.Ask(Interactions.ReadLocation, request => request.With("id", id));

    /// <summary>An id that the provider cannot know: it was made just now.</summary>
    [When("it reads a location with an id that does not exist")]
    public void WhenItReadsAnUnknownId() => WhenItReadsTheId(Guid.NewGuid().ToString());
}
