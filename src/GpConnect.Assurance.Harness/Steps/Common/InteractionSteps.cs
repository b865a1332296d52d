using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Steps.Foundations;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Requests by the name of their interaction, for rules that hold for all of them, and the latest request sent again.</summary>
[Binding]
public sealed class InteractionSteps(
    Consumer consumer, TestPatients patients, TestParticipants participants, Registration registration, FoundResource found, CheckRecorder checks)
{
    private const string NhsNumberSystem = "https://fhir.nhs.uk/Id/nhs-number";
    private const string SdsUserIdSystem = "https://fhir.nhs.uk/Id/sds-user-id";
    private const string OdsCodeSystem = "https://fhir.nhs.uk/Id/ods-organization-code";

    /// <summary>
    /// A request that is sound but for the alterations asked for: about the patient "registered", the practitioner "gp", the organisation
    /// "practice", the location "main", or to register a patient whom no other scenario registers.
    /// </summary>
    [When("it sends a request to ((?:read|find|register) (?:metadata|a patient|a practitioner|an organisation|a location))")]
    public void WhenItSendsARequestTo(string operation)
    {
        switch (operation)
        {
            case "read metadata":
                consumer.Ask(Interactions.ReadMetadata);
                break;
            case "find a patient":
                Find(Interactions.FindPatient, "nhsNumber", patients.NhsNumber("registered"));
                break;
            case "read a patient":
                found.Is(patients.Find("registered"));
                Read(Interactions.ReadPatient);
                break;
            case "find a practitioner":
                Find(Interactions.FindPractitioner, "sdsUserId", participants.Practitioner("gp").SdsUserId);
                break;
            case "read a practitioner":
                Search("practitioner \"gp\"", "Practitioner", "GPC-FND-103", Interactions.FindPractitioner, "sdsUserId", participants.Practitioner("gp").SdsUserId);
                Read(Interactions.ReadPractitioner);
                break;
            case "find an organisation":
                Find(Interactions.FindOrganization, "odsCode", participants.Organization("practice").OdsCode);
                break;
            case "read an organisation":
                Search("organisation \"practice\"", "Organization", "GPC-FND-144", Interactions.FindOrganization, "odsCode", participants.Organization("practice").OdsCode);
                Read(Interactions.ReadOrganization);
                break;
            case "read a location":
                found.HasId(participants.Location("main").Id);
                Read(Interactions.ReadLocation);
                break;
            case "register a patient":
                registration.AskFor("unregistered");
                break;
            default:
                throw new InvalidOperationException($"there is no interaction to {operation}; write one of those that the specification has");
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

    /// <summary>The latest request is answered with what its interaction gives, about whom or what it was sent.</summary>
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
        if (Subject(answer.Interaction.Operation) is { } subject)
        {
            CheckSubject(answer, subject);
        }
    }

    private void CheckSubject(Answer answer, (string Type, string? System, string Identifier) subject)
    {
        var (type, system, expected) = subject;
        var identifiers = answer.Resources(type).Select(resource => system is null ? resource.Child("id").Value : IdentifierOf(resource, system)).ToList();
        checks.That(
            new Check($"the {type} is the one asked for") { Location = system is null ? $"{type}.id" : $"{type}.identifier", Expected = expected, Actual = string.Join(", ", identifiers) },
            () => identifiers.Should().Equal([expected], "the request was about that one"));
    }

    /// <returns>Null where the request is about nobody and nothing; the system is null where the logical id tells which it is.</returns>
    private (string Type, string? System, string Identifier)? Subject(string operation) => operation switch
    {
        "find a patient" or "read a patient" => ("Patient", NhsNumberSystem, patients.NhsNumber("registered")),
        "register a patient" => ("Patient", NhsNumberSystem, registration.Patient.NhsNumber),
        "find a practitioner" or "read a practitioner" => ("Practitioner", SdsUserIdSystem, participants.Practitioner("gp").SdsUserId),
        "find an organisation" or "read an organisation" => ("Organization", OdsCodeSystem, participants.Organization("practice").OdsCode),
        "read a location" => ("Location", null, participants.Location("main").Id),
        _ => null,
    };

    private void Find(Interaction search, string placeholder, string identifier) =>
        consumer.Ask(search, request => request.With(placeholder, identifier));

    private void Search(string who, string type, string requirement, Interaction search, string placeholder, string identifier) =>
        found.Search(who, type, requirement, search, request => request.With(placeholder, identifier));

    private void Read(Interaction interaction)
    {
        var id = found.Id;
        consumer.Ask(interaction, request => request.With("id", id));
    }

    private static string? IdentifierOf(FhirNode resource, string system) => resource.ChildrenNamed("identifier").ToArray()
        .FirstOrDefault(identifier => identifier.Child("system").Value == system)
        .Child("value").Value;
}
