using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Amends and cancels the appointment that a scenario is about, as it was last read.</summary>
public sealed class AppointmentChange(Consumer consumer, MadeAppointments made, SentAppointment sent)
{
    internal const string AmendedDescription = "Assurance test of an amendment";
    internal const string AmendedComment = "Amended by GP Connect Assurance.";
    internal const string Reason = "Cancelled by GP Connect Assurance";

    /// <summary>Sends the change that the scenario is about.</summary>
    /// <param name="interaction">Amend or cancel.</param>
    /// <param name="change">Makes the change in the resource as it was read.</param>
    /// <param name="id">The id in the path; null for that of the appointment.</param>
    public void Ask(Interaction interaction, Action<JsonObject> change, string? id = null)
    {
        var (body, version) = Latest();
        consumer.Ask(interaction, request =>
        {
            var altered = body.DeepClone().AsObject();
            change(altered);
            sent.Put(request, altered);
            request.With("id", id ?? made.Current.Id).AlterHeaders(headers => headers.Set("If-Match", $"W/\"{version}\""));
        });
    }

    /// <summary>Sends the change for an id that nobody gave, in path and body.</summary>
    public void AskUnknown(Interaction interaction, Action<JsonObject> change)
    {
        var unknown = Guid.NewGuid().ToString();
        Ask(
            interaction,
            appointment =>
            {
                change(appointment);
                appointment["id"] = unknown;
            },
            unknown);
    }

    /// <summary>Amends with nothing wrong in the request, so that the scenario can go on.</summary>
    /// <exception cref="ScenarioStoppedException">The provider refuses; recorded as a failed check.</exception>
    public void Amend() => made.Changed(Prepare(Interactions.AmendAppointment, Amending), "GPC-APT-252");

    /// <summary>Cancels with nothing wrong in the request, so that the scenario can go on.</summary>
    /// <exception cref="ScenarioStoppedException">The provider refuses; recorded as a failed check.</exception>
    public void Cancel() => made.Changed(Prepare(Interactions.CancelAppointment, Cancelling), "GPC-APT-272");

    /// <summary>A sound change, however it is answered.</summary>
    public Answer Prepare(Interaction interaction, Action<JsonObject> change, string? name = null)
    {
        var (body, version) = Latest();
        change(body);
        return consumer.Prepare(
            interaction,
            request => request.With("id", made.Current.Id).WithBody(Fhir.FhirJsonWriter.Write(body)).AlterHeaders(headers => headers.Set("If-Match", $"W/\"{version}\"")),
            name);
    }

    public static void Amending(JsonObject appointment)
    {
        appointment["description"] = AmendedDescription;
        appointment["comment"] = AmendedComment;
    }

    public static void Cancelling(JsonObject appointment)
    {
        appointment["status"] = "cancelled";
        MadeAppointments.AddExtension(appointment, AppointmentBody.CancellationReason(Reason));
    }

    /// <summary>As it is read; one that the provider does not let be read is taken as the test data has it.</summary>
    private (JsonObject Body, string? Version) Latest()
    {
        if (made.Known is { } known && made.Read(made.Current.Id) is { Response.Status: not 200 })
        {
            return (known.DeepClone().AsObject(), known["meta"]?["versionId"]?.GetValue<string>());
        }

        var read = made.Refresh();
        return (MadeAppointments.Json(read), made.Current.Version);
    }
}
