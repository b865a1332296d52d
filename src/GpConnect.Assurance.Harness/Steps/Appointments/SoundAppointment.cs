using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>A sound request to each of the six interactions, beside the one that a scenario is about.</summary>
public sealed class SoundAppointment(Consumer consumer, SlotSearch search, Booking booking, AppointmentChange change, MadeAppointments made, Moments moments)
{
    /// <returns>The answer; null when the request cannot be made, as there is no free slot or no patient.</returns>
    /// <exception cref="ScenarioStoppedException">No whole response came, or no appointment could be booked; recorded.</exception>
    public Answer? Ask(Interaction interaction)
    {
        if (interaction.Operation == "search for free slots")
        {
            return search.Prepare(search.Sound(), "sound");
        }

        var (slots, known, current) = (moments.Slots, made.Known, made.CurrentOrNull);
        try
        {
            moments.Slots = [];
            var booked = booking.TryBook("sound-book");
            return interaction.Operation == "book an appointment" || booked.Response.Status != 201 ? booked : About(interaction);
        }
        catch (ScenarioSkippedException)
        {
            return null;
        }
        finally
        {
            moments.Slots = slots;
            made.Restore(current, known);
        }
    }

    private Answer About(Interaction interaction) => interaction.Operation switch
    {
        "read an appointment" => consumer.Prepare(interaction, request => request.With("id", made.Current.Id), "sound-read"),
        "retrieve a patient's appointments" => consumer.Prepare(
            interaction, request => request.With("id", made.Current.PatientId!).With("from", search.Window.From).With("to", search.Window.To), "sound-retrieve"),
        "amend an appointment" => change.Prepare(interaction, AppointmentChange.Amending, "sound-amend"),
        _ => change.Prepare(interaction, AppointmentChange.Cancelling, "sound-cancel"),
    };
}
