using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_read_an_organisation.</summary>
[Binding]
public sealed class ReadAnOrganisationSteps(Consumer consumer, TestParticipants participants, FoundResource found)
{
    /// <summary>By the id that a search gives.</summary>
    [When("it reads the organisation \"([^\"]+)\"")]
    public void WhenItReadsTheOrganization(string role)
    {
        var identifier = participants.Organization(role).OdsCode;
        found.Search($"organisation \"{role}\"", "Organization", "GPC-FND-144", Interactions.FindOrganization, request => request.With("odsCode", identifier));
        WhenItReadsTheId(found.Id);
    }

    [When("it reads the organisation with the id \"(.+)\"")]
    public void WhenItReadsTheId(string id) => consumer.Ask(Interactions.ReadOrganization, request => request.With("id", id));

    /// <summary>An id that the provider cannot know: it was made just now.</summary>
    [When("it reads an organisation with an id that does not exist")]
    public void WhenItReadsAnUnknownId() => WhenItReadsTheId(Guid.NewGuid().ToString());
}
