using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Protocol;
using GpConnect.Assurance.Harness.Steps.Foundations;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Books appointments: the one that a scenario is about, or one that it needs.</summary>
public sealed class Booking(
    Consumer consumer, CheckRecorder checks, TestPatients patients, SlotSearch search, Moments moments, SentAppointment sent, MadeAppointments made)
{
    private const string FreeSlot = "free slot";
    private const int MostAttempts = 3;

    /// <summary>Made a while before it is sent, so that a provider that puts its own time in place of it is found out.</summary>
    private static readonly TimeSpan MadeBefore = TimeSpan.FromSeconds(90);
    private readonly Dictionary<string, string> _patientIds = new(StringComparer.Ordinal);

    /// <summary>Who is booked for.</summary>
    public string PatientRole { get; set; } = "registered";

    /// <summary>The type of the booking organisation; null for none.</summary>
    public string? OrganizationType { get; set; } = SlotSearch.GpPractice;

    /// <summary>ODS code of the booking organisation; null for that of the consumer.</summary>
    public string? OdsCode { get; set; }

    /// <summary>Logical id of who is booked for, by a sound search.</summary>
    public string PatientId => IdOf(PatientRole);

    /// <summary>Books for a patient whose logical id is known.</summary>
    public void IsFor(string role, string patientId)
    {
        PatientRole = role;
        _patientIds[role] = patientId;
    }

    public string IdOf(string role)
    {
        if (!_patientIds.TryGetValue(role, out var id))
        {
            _patientIds[role] = id = patients.Find(role).Child("id").Value!;
        }

        return id;
    }

    /// <summary>Sends the booking that the scenario is about.</summary>
    /// <remarks>A slot that somebody outside this run took in between is no fault of the provider: a sound booking is tried again with another.</remarks>
    public void Ask()
    {
        for (var attempt = 1; ; attempt++)
        {
            EnsureSlot();
            var (patient, slots) = (PatientId, moments.Slots);
            var answer = consumer.Ask(Interactions.BookAppointment, request => Complete(request, () => sent.Put(request, NewBody(patient, slots))));
            if (consumer.OtherPractice is { } other)
            {
                LeaveAt(other.Url, answer);
                return;
            }

            made.Note(answer, patient, slots);
            if (attempt == MostAttempts || answer.Response.Status != 409 || !sent.IsSound || made.All.Count > 0 || !WasTakenByOthers(slots))
            {
                return;
            }

            moments.Slots = [];
        }
    }

    /// <summary>Books what the scenario needs, with nothing wrong in the request.</summary>
    /// <exception cref="ScenarioStoppedException">The provider refuses; recorded as a failed check.</exception>
    /// <exception cref="ScenarioSkippedException">There is no slot, or no patient is mapped.</exception>
    /// <param name="leaveOut">Takes from the body what need not be there; null for nothing.</param>
    public MadeAppointment Book(Action<JsonObject>? leaveOut = null)
    {
        var answer = TryBook(leaveOut: leaveOut);
        if (answer.Response.Status == 201 && answer.ResourceType == "Appointment" && made.CurrentOrNull is { } current)
        {
            return current;
        }

        var reason = $"There is no appointment to go on with: booking a free slot was answered with {answer.Summary}.";
        checks.Fail(new Check("an appointment is booked") { Requirements = ["GPC-APT-181"], Expected = "201 Appointment", Actual = answer.Summary, Exchange = answer.ExchangeId }, reason);
        throw new ScenarioStoppedException(reason);
    }

    /// <summary>A sound booking, however it is answered.</summary>
    public Answer TryBook(string? name = null, Action<JsonObject>? leaveOut = null)
    {
        EnsureSlot();
        var (patient, slots) = (PatientId, moments.Slots);
        var body = NewBody(patient, slots);
        leaveOut?.Invoke(body);
        var answer = consumer.Prepare(Interactions.BookAppointment, request => Complete(request, () => request.WithBody(FhirJsonWriter.Write(body))), name);
        made.Note(answer, patient, slots);
        return answer;
    }

    /// <summary>An appointment made where none should be is not for the practice under test to cancel: there its id may be another's.</summary>
    private void LeaveAt(string practice, Answer answer)
    {
        if (answer.Response.Status is >= 200 and < 300)
        {
            consumer.LeavesBehind($"An appointment booked at {practice}, although it should have been refused. Cancel it in that practice's system.");
        }
    }

    private void EnsureSlot()
    {
        if (moments.Slots.Count == 0)
        {
            search.Take(FreeSlot);
        }
    }

    /// <summary>Several bookings of the same slots, as near to at once as can be.</summary>
    public void AskAtOnce(int count)
    {
        EnsureSlot();
        var (patient, slots) = (PatientId, moments.Slots);
        foreach (var answer in consumer.AskAtOnce(count, Interactions.BookAppointment, request => sent.Put(request, NewBody(patient, slots))))
        {
            made.Note(answer, patient, slots);
        }
    }

    /// <summary>The token names the organisation that books, where it is not the consumer's own.</summary>
    private void Complete(GpConnectRequest request, Action putBody)
    {
        putBody();
        if (OdsCode is { } code)
        {
            request.AlterToken(token => token.Set("requesting_organization.identifier[0].value", code));
        }
    }

    private JsonObject NewBody(string patient, IReadOnlyList<OfferedSlot> slots)
    {
        var own = consumer.Run.Settings.Consumer.Organization;
        return AppointmentBody.Of(patient, slots, own with { OdsCode = OdsCode ?? own.OdsCode }, OrganizationType, moments.Now - MadeBefore);
    }

    private bool WasTakenByOthers(IReadOnlyList<OfferedSlot> slots)
    {
        var day = UkTime.Text(UkTime.DayOf(slots[0].Start));
        var offered = OfferedSlot.In(search.Prepare(search.Sound(day, day))).Select(slot => slot.Key).ToHashSet(StringComparer.Ordinal);
        return !slots.All(slot => offered.Contains(slot.Key));
    }
}
