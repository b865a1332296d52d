using GpConnect.Assurance.Harness.Client;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Specification page: appointments_use_case_cancel_an_appointment.</summary>
[Binding]
public sealed class CancelAnAppointmentSteps(AppointmentChange change, ChangedAppointmentChecks changed)
{
    [When("it cancels the appointment")]
    public void WhenItCancels() => change.Ask(Interactions.CancelAppointment, AppointmentChange.Cancelling);

    /// <summary>An id that nobody gave, in path and body; the rest is that of the appointment.</summary>
    [When("it cancels an appointment that does not exist")]
    public void WhenItCancelsAnUnknownOne() => change.AskUnknown(Interactions.CancelAppointment, AppointmentChange.Cancelling);

    /// <summary>Status and reason as sent, the rest as it was, in a new version.</summary>
    [Then("the response is 200 with the Appointment as cancelled")]
    public void ThenItIsCancelled() => changed.Make(isCancelled: true);
}
