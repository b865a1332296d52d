using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>The appointments of a scenario: the one that it is about, and all that have to be cancelled when it ends.</summary>
public sealed class MadeAppointments(Consumer consumer, CheckRecorder checks, SlotSearch search)
{
    private readonly List<MadeAppointment> _made = [];
    private MadeAppointment? _current;

    /// <summary>The appointment that the scenario is about.</summary>
    /// <exception cref="InvalidOperationException">There is none: a step is missing from the scenario.</exception>
    public MadeAppointment Current => _current
        ?? throw new InvalidOperationException("there is no appointment before this step; put 'Given an appointment is booked' in front of it");

    /// <summary>As <see cref="Current"/>; null where there is none.</summary>
    public MadeAppointment? CurrentOrNull => _current;

    /// <summary>The current appointment as the test data has it, where that tells more than the provider does; else null.</summary>
    public JsonObject? Known { get; private set; }

    /// <summary>All that the scenario booked, in order.</summary>
    public IReadOnlyList<MadeAppointment> All => _made;

    /// <summary>Goes on with an appointment that was there before, and that is left as it is.</summary>
    /// <param name="found">The appointment.</param>
    /// <param name="known">The whole resource, where it cannot be read.</param>
    public void Use(MadeAppointment found, JsonObject? known = null) => (_current, Known) = (found, known);

    /// <summary>Goes back to the appointment that the scenario was about before a request beside it.</summary>
    public void Restore(MadeAppointment? current, JsonObject? known) => (_current, Known) = (current, known);

    /// <summary>Takes note of a booking that succeeded, whether it should have or not.</summary>
    /// <returns>Null where the answer tells of no appointment.</returns>
    public MadeAppointment? Note(Answer booked, string? patientId, IReadOnlyList<OfferedSlot> slots)
    {
        var appointment = booked.ResourceType == "Appointment" ? booked.Document!.Root : default;
        var id = appointment.Child("id").Value ?? IdInLocation(booked);
        if (booked.Response.Status is < 200 or > 299 || id is null)
        {
            return null;
        }

        (_current, Known) = (new MadeAppointment(id, patientId, slots) { State = appointment }, null);
        _made.Add(_current);
        return _current;
    }

    /// <summary>Reads the appointment that the scenario is about, and nothing wrong with the request; what it reads is the state to compare with from now on.</summary>
    /// <exception cref="ScenarioStoppedException">It cannot be read; recorded as a failed check.</exception>
    public Answer Refresh()
    {
        var answer = Read(Current.Id);
        if (answer.Response.Status == 200 && answer.ResourceType == "Appointment")
        {
            Current.State = answer.Document!.Root;
            return answer;
        }

        if (Current.PatientId is null)
        {
            throw new ScenarioSkippedException($"The appointment is one of the test data that the provider does not let be read, so that there is no resource to send: set testData.appointments.<role>.expected.resource to Appointment/{Current.Id} as JSON.");
        }

        var reason = $"The appointment cannot be used: reading Appointment/{Current.Id} must give it, but gave {answer.Summary}.";
        checks.Fail(new Check("the appointment is read") { Requirements = ["GPC-APT-206"], Expected = "200 Appointment", Actual = answer.Summary, Exchange = answer.ExchangeId }, reason);
        throw new ScenarioStoppedException(reason);
    }

    /// <summary>Goes on with the appointment as a change has left it.</summary>
    /// <param name="answer">The answer to the change.</param>
    /// <param name="requirement">The requirement that it succeeds.</param>
    /// <exception cref="ScenarioStoppedException">The change was refused; recorded as a failed check.</exception>
    public void Changed(Answer answer, string requirement)
    {
        if (answer.Response.Status == 200 && answer.ResourceType == "Appointment")
        {
            Current.EarlierVersions.Add(Current.Version ?? "");
            Current.State = answer.Document!.Root;
            return;
        }

        var reason = $"The scenario cannot go on: {answer.Interaction.Operation} was answered with {answer.Summary}.";
        checks.Fail(new Check("the appointment is changed") { Requirements = [requirement], Expected = "200 Appointment", Actual = answer.Summary, Exchange = answer.ExchangeId }, reason);
        throw new ScenarioStoppedException(reason);
    }

    public Answer Read(string id) => consumer.Prepare(Interactions.ReadAppointment, request => request.With("id", id));

    /// <summary>The appointments of the patient on the days of the current one.</summary>
    public Answer Retrieve(string patientId, DateOnly from, DateOnly to) => consumer.Prepare(
        Interactions.RetrievePatientAppointments,
        request => request.With("id", patientId).With("from", Protocol.UkTime.Text(from)).With("to", Protocol.UkTime.Text(to)));

    /// <summary>Cancels what the scenario booked, and says what is left behind.</summary>
    public void CleanUp()
    {
        var stillTaken = new List<string>();
        foreach (var made in _made.DistinctBy(made => made.Id))
        {
            if (CancelOrSay(made) is { } left)
            {
                stillTaken.AddRange(made.Slots.Select(slot => slot.Key));
                checks.Inform(new Check("what the scenario booked is cancelled again") { Expected = "cancelled", Actual = left }, $"Left behind: Appointment/{made.Id} at {(made.Slots.Count > 0 ? made.Slots[0] : null)} ({left}). Cancel it in the practice's system.");
            }
        }

        _made.Clear();
        search.GiveBack(stillTaken);
    }

    /// <returns>Why it is left behind; null when it is not.</returns>
    private string? CancelOrSay(MadeAppointment made)
    {
        try
        {
            var read = Read(made.Id);
            if (read.ResourceType != "Appointment")
            {
                return read.Summary;
            }

            if (read.Document!.Root.Child("status").Value == "cancelled")
            {
                return null;
            }

            var cancelled = consumer.Prepare(Interactions.CancelAppointment, request => Cancelling(request, read, "Assurance test is over"));
            return cancelled.Response.Status == 200 ? null : cancelled.Summary;
        }
        catch (ScenarioStoppedException e)
        {
            return e.Message;
        }
    }

    /// <summary>A sound cancellation of an appointment as it was read.</summary>
    internal static void Cancelling(GpConnectRequest request, Answer read, string reason)
    {
        var (body, version) = (Json(read), read.Document!.Root.Child("meta").Child("versionId").Value);
        body["status"] = "cancelled";
        AddExtension(body, AppointmentBody.CancellationReason(reason));
        request.With("id", read.Document.Root.Child("id").Value!).WithBody(FhirJsonWriter.Write(body)).AlterHeaders(headers => headers.Set("If-Match", $"W/\"{version}\""));
    }

    /// <summary>The resource of an answer in JSON.</summary>
    internal static JsonObject Json(Answer read) => JsonNode.Parse(read.Response.Body.Span)!.AsObject();

    internal static void AddExtension(JsonObject body, JsonObject extension)
    {
        if (body["extension"] is not JsonArray extensions)
        {
            body["extension"] = extensions = [];
        }

        extensions.Add((JsonNode)extension);
    }

    private static string? IdInLocation(Answer booked)
    {
        var parts = booked.Response.Header("Location")?.Split('/');
        var type = parts is null ? -1 : Array.LastIndexOf(parts, "Appointment");
        return type >= 0 && type + 1 < parts!.Length ? parts[type + 1] : null;
    }
}
