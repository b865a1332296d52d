using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Harness.Steps.Appointments;
using GpConnect.Assurance.Harness.Steps.Foundations;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>
/// The request of a scenario with nothing wrong in it, sent once a run for each interaction: where the provider refuses that too, a
/// refusal proves nothing, and the scenario is skipped instead of passed.
/// </summary>
public sealed class SoundTwin(Consumer consumer, Registration registration, SoundAppointment appointment, CheckRecorder checks)
{
    private const string Role = "registered";

    /// <summary>For a scenario that a refusal passes.</summary>
    public void MustBeAnswered() => Check(
        "the provider answers the request when nothing is wrong with it",
        sound => sound.Succeeds,
        "The provider refuses the request also when nothing is wrong with it, so that its refusal proves nothing");

    /// <summary>For a scenario that an empty search result passes.</summary>
    public void MustFind() => Check(
        "the provider finds somebody when there is somebody to be found",
        sound => sound is { Succeeds: true, Resources: > 0 },
        "The provider does not find what is there to be found either, so that finding nothing proves nothing");

    /// <summary>For a scenario that passes whatever the answer was.</summary>
    /// <returns>Why its pass would prove nothing; null when the provider does what it is asked where nothing is wrong, or that cannot be tried.</returns>
    public string? Doubt(Interaction interaction) => Sound(interaction) switch
    {
        null when interaction.Operation.StartsWith("find ", StringComparison.Ordinal) =>
            $"Nobody is mapped to the role that a sound request to {interaction.Operation} is about, so that finding nobody proves nothing.",
        { IsRight: false } wrong =>
            $"The provider does not give what {interaction.Operation} asks for when nothing is wrong with the request, so that this scenario proves nothing: {wrong.Summary}.",
        _ => null,
    };

    private void Check(string title, Func<SoundAnswer, bool> holds, string otherwise)
    {
        var check = new Check(title) { Expected = "success" };
        var interaction = consumer.Latest.Interaction;
        var sound = Sound(interaction);
        if (sound is null)
        {
            checks.Skip(check, $"Nobody is mapped to the role that a sound request to {interaction.Operation} is about, so that a refusal proves nothing.");
        }
        else if (holds(sound))
        {
            checks.Pass(check with { Actual = sound.Summary });
        }
        else
        {
            checks.Skip(check with { Actual = sound.Summary }, $"{otherwise}: {sound.Summary}.");
        }
    }

    private SoundAnswer? Sound(Interaction interaction)
    {
        if (!consumer.Run.SoundAnswers.TryGetValue(interaction.Id, out var sound) && (sound = Ask(interaction)) is not null)
        {
            consumer.Run.SoundAnswers[interaction.Id] = sound;
        }

        return sound;
    }

    /// <returns>Null when the request cannot be made.</returns>
    private SoundAnswer? Ask(Interaction interaction)
    {
        var data = consumer.Run.Settings.TestData;
        return interaction.Operation switch
        {
            "read metadata" => Told(consumer.Prepare(interaction, name: "sound")),
            "find a patient" or "read a patient" => Find(interaction, Interactions.FindPatient, "Patient", "nhsNumber", data.Patient(Role).Participant),
            "find a practitioner" or "read a practitioner" => Find(interaction, Interactions.FindPractitioner, "Practitioner", "sdsUserId", data.Practitioner("gp").Participant),
            "find an organisation" or "read an organisation" => Find(interaction, Interactions.FindOrganization, "Organization", "odsCode", data.Organization("practice").Participant),
            "read a location" when data.Location("main").Participant is { } location => Read(interaction, location.Id),
            "register a patient" => Register(interaction),
            _ when interaction.Capability == Capability.Appointments => appointment.Ask(interaction) is { } answer ? Told(answer) : null,
            _ => null,
        };
    }

    private SoundAnswer? Find(Interaction interaction, Interaction search, string type, string placeholder, TestParticipant? participant)
    {
        if (participant is null)
        {
            return null;
        }

        var found = consumer.Prepare(search, request => request.With(placeholder, participant.Identifier), "sound-find");
        var id = interaction != search && found.Resources(type) is [var only] ? only.Child("id").Value : null;
        return id is null ? Told(found) : Read(interaction, id);
    }

    private SoundAnswer Read(Interaction interaction, string id) => Told(consumer.Prepare(interaction, request => request.With("id", id), "sound-read"));

    /// <summary>Uses a patient up, as each registration does.</summary>
    private SoundAnswer? Register(Interaction interaction)
    {
        if (registration.Unused("unregistered") is not { } pooled)
        {
            return null;
        }

        var body = FhirJsonWriter.Write(RegistrationBody.Of(pooled.Role, pooled.Patient, isFull: false));
        var answer = consumer.Prepare(interaction, request => request.WithBody(body), "sound-register");
        registration.Note(pooled.Role, answer);
        return Told(answer);
    }

    private static SoundAnswer Told(Answer answer)
    {
        var resources = answer.AllResources().Count();
        return new SoundAnswer(answer.Response.Status is >= 200 and < 300, answer.ResourceType == "Bundle" ? resources - 1 : resources, answer.Summary)
        {
            HasRightType = answer.ResourceType == answer.Interaction.ResponseResource,
        };
    }
}
