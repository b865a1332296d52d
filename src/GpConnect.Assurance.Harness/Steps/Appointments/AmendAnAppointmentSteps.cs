using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Specification page: appointments_use_case_amend_an_appointment.</summary>
[Binding]
public sealed class AmendAnAppointmentSteps(Consumer consumer, AppointmentChange change, MadeAppointments made, ChangedAppointmentChecks changed)
{
    /// <summary>The version that the appointment had before it was changed.</summary>
    [Given("the If-Match header names the version before")]
    public void GivenTheVersionBefore()
    {
        var version = made.Current.EarlierVersions.LastOrDefault()
            ?? throw new InvalidOperationException("the appointment has no version before; put 'Given an appointment is booked and amended' in front");
        consumer.Alter(request => request.AlterHeaders(headers => headers.Set("If-Match", $"W/\"{version}\"")));
    }

    [When("it amends the appointment(?:'s (description|comment))?")]
    public void WhenItAmends(string part) => Amend(appointment =>
    {
        if (part != "comment")
        {
            appointment["description"] = AppointmentChange.AmendedDescription;
        }

        if (part != "description")
        {
            appointment["comment"] = AppointmentChange.AmendedComment;
        }
    });

    [When("it sends the appointment back as it was")]
    public void WhenItAmendsNothing() => Amend(_ => { });

    /// <summary>An id that nobody gave, in path and body; the rest is that of the appointment.</summary>
    [When("it amends an appointment that does not exist")]
    public void WhenItAmendsAnUnknownOne() => change.AskUnknown(Interactions.AmendAppointment, AppointmentChange.Amending);

    /// <summary>Description and comment as sent, the rest as it was, in a new version.</summary>
    [Then("the response is 200 with the Appointment as amended")]
    public void ThenItIsAmended() => changed.Make(isCancelled: false);

    private void Amend(Action<JsonObject> alteration) => change.Ask(Interactions.AmendAppointment, alteration);
}
