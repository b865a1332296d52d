using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>The target's patients by the part they play ("registered", "deceased").</summary>
public sealed class TestPatients(Consumer consumer, CheckRecorder checks)
{
    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public string NhsNumber(string role)
    {
        var mapping = consumer.Run.Settings.TestData.Patient(role);
        return mapping.IsMapped ? mapping.Participant.NhsNumber : throw new ScenarioSkippedException(mapping.NotMappedBecause);
    }

    /// <summary>Finds the patient with a sound search, so that a scenario can go on with what was found.</summary>
    /// <exception cref="ScenarioStoppedException">The search does not give exactly that patient; recorded as a failed check.</exception>
    public FhirNode Find(string role)
    {
        var nhsNumber = NhsNumber(role);
        var answer = consumer.Prepare(Interactions.FindPatient, request => request.With("nhsNumber", nhsNumber));
        var found = answer.Resources("Patient");
        if (found.Count == 1 && !string.IsNullOrEmpty(found[0].Child("id").Value))
        {
            return found[0];
        }

        var reason = $"The patient \"{role}\" cannot be used: searching by NHS number must give one Patient with an id, but gave {answer.Summary} with {found.Count}.";
        checks.Fail(new Check($"the patient \"{role}\" is found") { Requirements = ["GPC-FND-027"], Expected = "200 Bundle with 1 Patient", Actual = answer.Summary }, reason);
        throw new ScenarioStoppedException(reason);
    }
}
