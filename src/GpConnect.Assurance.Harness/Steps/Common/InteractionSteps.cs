using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Steps.Foundations;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Requests by the name of their interaction, for rules that hold for all of them, and the latest request sent again.</summary>
[Binding]
public sealed class InteractionSteps(Consumer consumer, TestPatients patients, CheckRecorder checks)
{
    /// <summary>A request that is sound but for the alterations asked for, about the patient "registered" where it is about one.</summary>
    [When("it sends a request to (read metadata|find a patient|read a patient)")]
    public void WhenItSendsARequestTo(string operation)
    {
        switch (operation)
        {
            case "find a patient":
                var nhsNumber = patients.NhsNumber("registered");
                consumer.Ask(Interactions.FindPatient, request => request.With("nhsNumber", nhsNumber));
                break;
            case "read a patient":
                var id = patients.Find("registered").Child("id").Value!;
                consumer.Ask(Interactions.ReadPatient, request => request.With("id", id));
                break;
            default:
                consumer.Ask(Interactions.ReadMetadata);
                break;
        }
    }

    [When("it sends the same request again")]
    public void WhenItSendsTheSameAgain() => consumer.AskAgain();

    [When("it sends the same request again in (JSON|XML)")]
    public void WhenItSendsTheSameAgainIn(string format)
    {
        consumer.MediaType = RequestSteps.MediaType(format);
        consumer.AskAgain();
    }

    [When("it sends the same request again in (JSON|XML) by the _format parameter")]
    public void WhenItSendsTheSameAgainByParameter(string format)
    {
        consumer.FormatVia = FormatVia.Parameter;
        WhenItSendsTheSameAgainIn(format);
    }

    [When("it sends the same request again with the header ([A-Za-z-]+) \"(.*)\"")]
    public void WhenItSendsTheSameAgainWithTheHeader(string name, string value) =>
        consumer.AskAgain(request => request.AlterHeaders(headers => headers.Set(name, value)));

    /// <summary>Adds a parameter to this request only.</summary>
    [When("it sends the same request again with the parameter (.+) of the value \"(.*)\"")]
    public void WhenItSendsTheSameAgainWithTheParameter(string name, string value) =>
        consumer.AskAgain(request => request.Query.Add(new QueryParameter(name, value)));

    /// <summary>Sends <c>If-None-Match</c> with the ETag of the latest response.</summary>
    [When("it sends the same request again on condition that the ETag has changed")]
    public void WhenItSendsTheSameAgainOnCondition()
    {
        if (consumer.Latest.Response.Header("ETag") is { } etag)
        {
            WhenItSendsTheSameAgainWithTheHeader("If-None-Match", etag);
            return;
        }

        const string Reason = "The response has no ETag that a conditional request could name.";
        checks.Fail(new Check("the response has an ETag") { Requirements = ["GPC-API-191"], Location = "ETag", Expected = "W/\"…\"", Actual = "no such header" }, Reason);
        throw new ScenarioStoppedException(Reason);
    }

    /// <summary>The latest request is answered with what its interaction gives: of patients, the patient "registered".</summary>
    [Then("the request succeeds")]
    public void ThenTheRequestSucceeds()
    {
        var answer = consumer.Latest;
        var resourceType = answer.Interaction.ResponseResource;
        var status = answer.Interaction.Id == Interactions.BookAppointment.Id ? 201 : 200;
        checks.That(
            new Check("the request is answered with what it asked for") { Expected = $"{status} {resourceType}", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(status, "nothing is wrong with the request; the response came as {0}", answer.Summary);
                answer.ResourceType.Should().Be(resourceType, "that is what the interaction gives");
            });
        if (answer.Interaction.Operation is "find a patient" or "read a patient")
        {
            CheckPatient(answer);
        }
    }

    private void CheckPatient(Answer answer)
    {
        var (numbers, expected) = (TestPatients.NhsNumbers(answer), patients.NhsNumber("registered"));
        checks.That(
            new Check("the patient is the one asked for") { Location = "Patient.identifier", Expected = expected, Actual = string.Join(", ", numbers) },
            () => numbers.Should().Equal([expected], "the request was for the patient \"registered\""));
    }
}
