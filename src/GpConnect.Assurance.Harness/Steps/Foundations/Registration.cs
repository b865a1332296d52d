using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>The registration that a scenario asks for: whose, and with what altered in its body.</summary>
public sealed class Registration(Consumer consumer) : IDisposable
{
    private readonly List<Func<JsonObject, JsonObject>> _alterations = [];
    private readonly List<(string Role, PooledPatient Patient)> _refused = [];
    private TestPatient? _patient;
    private JsonObject? _body;

    /// <summary>Whether the body holds every field that the page allows, in place of the least.</summary>
    public bool IsFull { get; set; }

    /// <summary>Whether the body breaks off in the middle.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Whether the body is sent in chunks, without saying how long it is.</summary>
    public bool IsChunked { get; set; }

    /// <summary>Who was to be registered.</summary>
    /// <exception cref="InvalidOperationException">No registration was asked for: a step is missing from the scenario.</exception>
    public TestPatient Patient => _patient ?? throw NothingSent();

    /// <summary>The Patient that was sent.</summary>
    /// <exception cref="InvalidOperationException">No registration was asked for: a step is missing from the scenario.</exception>
    public JsonObject Sent => RegistrationBody.PatientIn(_body ?? throw NothingSent());

    /// <summary>Alters the body; what the alteration returns is sent.</summary>
    public void Alter(Func<JsonObject, JsonObject> alteration) => _alterations.Add(alteration);

    /// <summary>Registers a patient whom no other scenario registers, and who is not registered yet.</summary>
    /// <param name="role">The role without its number: <c>unregistered</c>.</param>
    /// <exception cref="ScenarioSkippedException">None is left.</exception>
    public void AskFor(string role)
    {
        var pooled = Unused(role) ?? throw new ScenarioSkippedException(
            $"There is no {role} patient (left) to be registered, as each can be only once: map more to the roles \"{role}-1\", \"{role}-2\", … with testData.patients.{role}-1.nhsNumber and its expected values in the configuration file.");
        Ask(pooled.Role, pooled.Patient);
        if (consumer.Latest.Response.Status >= 400)
        {
            _refused.Add((role, pooled));
        }
    }

    /// <summary>Who was not registered may be by another scenario, but only when this one has seen that nobody was.</summary>
    public void Dispose()
    {
        _refused.ForEach(refused => consumer.Run.Pool.GiveBack(refused.Role, refused.Patient));
        _refused.Clear();
    }

    /// <summary>Registers a patient who is there for all scenarios, since the registration must be refused.</summary>
    public void Ask(string role, TestPatient patient)
    {
        _patient = patient;
        _body = RegistrationBody.Of(role, patient, IsFull);
        var sent = _alterations.Aggregate(_body, (body, alter) => alter(body));
        try
        {
            consumer.Ask(Interactions.RegisterPatient, request => request.WithBody(Written(sent), IsChunked));
        }
        catch (ScenarioStoppedException)
        {
            consumer.LeavesBehind($"The patient \"{role}\" may be registered as a temporary patient: no whole response came.");
            throw;
        }

        Note(role, consumer.Latest);
    }

    /// <summary>There is no interaction to undo a registration.</summary>
    public void Note(string role, Answer answer)
    {
        if (answer.Response.Status is >= 200 and < 300)
        {
            consumer.LeavesBehind($"The patient \"{role}\" is registered as a temporary patient.");
        }
    }

    /// <summary>A search that nothing is wrong with for the patient's NHS number.</summary>
    public Answer Find() => Find(Patient);

    private Answer Find(TestPatient patient) => consumer.Prepare(Interactions.FindPatient, request => request.With("nhsNumber", patient.NhsNumber));

    /// <summary>A patient whom no other scenario has; one that was registered by a run before stays used up.</summary>
    /// <param name="role">The role without its number.</param>
    /// <returns>Null when none is left.</returns>
    public PooledPatient? Unused(string role)
    {
        while (consumer.Run.Pool.Take(role) is { } pooled)
        {
            if (!TestPatients.NhsNumbers(Find(pooled.Patient)).Contains(pooled.Patient.NhsNumber))
            {
                return pooled;
            }
        }

        return null;
    }

    private byte[] Written(JsonObject body)
    {
        var bytes = consumer.MediaType == FhirMediaType.Xml ? FhirXmlWriter.Write(body) : FhirJsonWriter.Write(body);
        return IsCutOff ? bytes[..(bytes.Length / 2)] : bytes;
    }

    private static InvalidOperationException NothingSent() =>
        new("no registration was asked for before this step; put 'When it registers an unregistered patient' in front of it");
}
