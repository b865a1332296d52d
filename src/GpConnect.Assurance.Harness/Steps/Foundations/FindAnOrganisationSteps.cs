using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_find_an_organisation.</summary>
[Binding]
public sealed class FindAnOrganisationSteps(Consumer consumer, TestParticipants participants, IdentifierSearch search)
{
    private const string IdentifierSystem = "https://fhir.nhs.uk/Id/ods-organization-code";

    [When("it searches for the organisation \"(.+)\" by ODS code")]
    public void WhenItSearchesForTheOrganization(string role) => WhenItSearchesForTheOdsCode(participants.Organization(role).OdsCode);

    [When("it searches for an organisation by the ODS code \"(.*)\"")]
    public void WhenItSearchesForTheOdsCode(string value) =>
        consumer.Ask(Interactions.FindOrganization, request => request.With("odsCode", value));

    /// <summary>Columns: <c>parameter</c>, <c>value</c>; a role in braces stands for the ODS code of who plays it.</summary>
    [When("it searches for an organisation with:")]
    public void WhenItSearchesWith(Table parameters) =>
        search.With(Interactions.FindOrganization, parameters, role => participants.Organization(role).OdsCode);

    [When("it searches for an organisation without any parameter")]
    public void WhenItSearchesWithoutParameters() => search.WithoutParameters(Interactions.FindOrganization);

    [Then("each Organization has the ODS code of the organisation \"(.+)\"")]
    public void ThenEachHasTheIdentifierOf(string role) => search.MustHaveFound("Organization", IdentifierSystem, participants.Organization(role).OdsCode);

    [Then("no Organization but \"(.+)\" is returned")]
    public void ThenNothingElseIsReturned(string role) => search.MustFindNothingBut("Organization", IdentifierSystem, participants.Organization(role).OdsCode);

    /// <summary>The practice whose ODS code stands in the service root URL.</summary>
    [Then("each Organization is the practice that was asked")]
    public void ThenItIsThePractice()
    {
        if (consumer.Run.Settings.OdsCode is not { } odsCode)
        {
            throw new ScenarioSkippedException("The practice's ODS code is not known: set target.odsCode in the configuration file.");
        }

        search.MustHaveFound("Organization", IdentifierSystem, odsCode);
    }
}
