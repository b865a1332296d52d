using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_read_a_practitioner.</summary>
[Binding]
public sealed class ReadAPractitionerSteps(Consumer consumer, TestParticipants participants, FoundResource found)
{
    /// <summary>By the id that a search gives.</summary>
    [When("it reads the practitioner \"([^\"]+)\"")]
    public void WhenItReadsThePractitioner(string role)
    {
        var identifier = participants.Practitioner(role).SdsUserId;
        found.Search($"practitioner \"{role}\"", "Practitioner", "GPC-FND-103", Interactions.FindPractitioner, request => request.With("sdsUserId", identifier));
        WhenItReadsTheId(found.Id);
    }

    [When("it reads the practitioner with the id \"(.+)\"")]
    public void WhenItReadsTheId(string id) => consumer.Ask(Interactions.ReadPractitioner, request => request.With("id", id));

    /// <summary>An id that the provider cannot know: it was made just now.</summary>
    [When("it reads a practitioner with an id that does not exist")]
    public void WhenItReadsAnUnknownId() => WhenItReadsTheId(Guid.NewGuid().ToString());
}
