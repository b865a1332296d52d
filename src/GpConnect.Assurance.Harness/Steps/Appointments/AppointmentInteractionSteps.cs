using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Requests by the name of their interaction, for rules that hold for all six. Specification page: appointments, "Spine interactions".</summary>
[Binding]
public sealed class AppointmentInteractionSteps(
    Consumer consumer, SlotSearch search, Booking booking, AppointmentChange change)
{
    /// <summary>A request that is sound but for the alterations asked for, about an appointment that is booked for it where it is about one.</summary>
    [When("it sends a request to (search for free slots|book an appointment|read an appointment|retrieve a patient's appointments|amend an appointment|cancel an appointment)")]
    public void WhenItSendsARequestTo(string operation)
    {
        var interaction = Interactions.Find(operation)!;
        switch (operation)
        {
            case "search for free slots":
                consumer.Ask(interaction, request => SlotSearch.Put(request, search.Sound()));
                break;
            case "book an appointment":
                booking.Ask();
                break;
            default:
                AskAbout(booking.Book(), interaction);
                break;
        }
    }

    private void AskAbout(MadeAppointment appointment, Interaction interaction)
    {
        switch (interaction.Operation)
        {
            case "read an appointment":
                consumer.Ask(interaction, request => request.With("id", appointment.Id));
                break;
            case "retrieve a patient's appointments":
                var (from, to) = search.Window;
                consumer.Ask(interaction, request => request.With("id", appointment.PatientId!).With("from", from).With("to", to));
                break;
            case "amend an appointment":
                change.Ask(interaction, AppointmentChange.Amending);
                break;
            default:
                change.Ask(interaction, AppointmentChange.Cancelling);
                break;
        }
    }
}
