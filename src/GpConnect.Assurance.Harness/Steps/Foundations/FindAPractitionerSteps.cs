using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Steps.Common;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_find_a_practitioner.</summary>
[Binding]
public sealed class FindAPractitionerSteps(Consumer consumer, TestParticipants participants, IdentifierSearch search)
{
    private const string IdentifierSystem = "https://fhir.nhs.uk/Id/sds-user-id";

    [When("it searches for the practitioner \"(.+)\" by SDS user id")]
    public void WhenItSearchesForThePractitioner(string role) => WhenItSearchesForTheSdsUserId(participants.Practitioner(role).SdsUserId);

    [When("it searches for a practitioner by the SDS user id \"(.*)\"")]
    public void WhenItSearchesForTheSdsUserId(string value) =>
        consumer.Ask(Interactions.FindPractitioner, request => request.With("sdsUserId", value));

    /// <summary>Columns: <c>parameter</c>, <c>value</c>; a role in braces stands for the SDS user id of who plays it.</summary>
    [When("it searches for a practitioner with:")]
    public void WhenItSearchesWith(Table parameters) =>
        search.With(Interactions.FindPractitioner, parameters, role => participants.Practitioner(role).SdsUserId);

    [When("it searches for a practitioner without any parameter")]
    public void WhenItSearchesWithoutParameters() => search.WithoutParameters(Interactions.FindPractitioner);

    [Then("each Practitioner has the SDS user id of the practitioner \"(.+)\"")]
    public void ThenEachHasTheIdentifierOf(string role) => search.MustHaveFound("Practitioner", IdentifierSystem, participants.Practitioner(role).SdsUserId);

    [Then("no Practitioner but \"(.+)\" is returned")]
    public void ThenNothingElseIsReturned(string role) => search.MustFindNothingBut("Practitioner", IdentifierSystem, participants.Practitioner(role).SdsUserId);
}
