using System.Text.RegularExpressions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>The target's patients by the part they play ("registered", "deceased").</summary>
public sealed partial class TestPatients(Consumer consumer, CheckRecorder checks)
{
    private const string NhsNumberSystem = "https://fhir.nhs.uk/Id/nhs-number";

    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public TestPatient Patient(string role)
    {
        var mapping = consumer.Run.Settings.TestData.Patient(role);
        return mapping.IsMapped ? mapping.Participant : throw new ScenarioSkippedException(mapping.NotMappedBecause);
    }

    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public string NhsNumber(string role) => Patient(role).NhsNumber;

    /// <summary>Replaces each role in braces by the NHS number of who plays it: <c>{registered}</c>.</summary>
    public string Fill(string text) => Role().Replace(text, match => NhsNumber(match.Groups[1].Value));

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
        checks.Fail(new Check($"the patient \"{role}\" is found") { Requirements = ["GPC-FND-027"], Expected = "200 Bundle with 1 Patient", Actual = answer.Summary, Exchange = answer.ExchangeId }, reason);
        throw new ScenarioStoppedException(reason);
    }

    /// <summary>The NHS numbers of the Patients in an answer, in order; null for a Patient without one.</summary>
    public static IReadOnlyList<string?> NhsNumbers(Answer answer) => [.. answer.Resources("Patient").Select(NhsNumberOf)];

    private static string? NhsNumberOf(FhirNode patient) => patient.ChildrenNamed("identifier").ToArray()
        .FirstOrDefault(identifier => identifier.Child("system").Value == NhsNumberSystem)
        .Child("value").Value;

    [GeneratedRegex(@"\{([a-z][a-z-]*)\}")]
    private static partial Regex Role();
}
