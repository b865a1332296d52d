using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>
/// The request of a scenario with nothing wrong in it, sent once a run for each interaction: where the provider refuses that too, a
/// refusal proves nothing, and the scenario is skipped instead of passed.
/// </summary>
public sealed class SoundTwin(Consumer consumer, CheckRecorder checks)
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
        "The provider does not find the patient \"registered\" either, so that finding nobody proves nothing");

    /// <summary>For a scenario that passes whatever the answer was.</summary>
    /// <returns>Why its pass would prove nothing; null when the provider does what it is asked where nothing is wrong, or that cannot be tried.</returns>
    public string? Doubt(Interaction interaction) => Sound(interaction) is { IsRight: false } wrong
        ? $"The provider does not give what {interaction.Operation} asks for when nothing is wrong with the request, so that this scenario proves nothing: {wrong.Summary}."
        : null;

    private void Check(string title, Func<SoundAnswer, bool> holds, string otherwise)
    {
        var check = new Check(title) { Expected = "success" };
        var interaction = consumer.Latest.Interaction;
        var sound = Sound(interaction);
        if (sound is null)
        {
            checks.Inform(check, $"Not tried: no patient is mapped to the role \"{Role}\", or no sound request to {interaction.Operation} is known.");
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
        if (interaction == Interactions.ReadMetadata)
        {
            return Told(consumer.Prepare(interaction, name: "sound"));
        }

        var patient = consumer.Run.Settings.TestData.Patient(Role);
        if (!patient.IsMapped || (interaction != Interactions.FindPatient && interaction != Interactions.ReadPatient))
        {
            return null;
        }

        var found = consumer.Prepare(Interactions.FindPatient, request => request.With("nhsNumber", patient.Participant.NhsNumber), "sound-find");
        if (interaction == Interactions.FindPatient)
        {
            return Told(found);
        }

        var id = found.Resources("Patient") is [var only] ? only.Child("id").Value : null;
        return Told(id is null ? found : consumer.Prepare(interaction, request => request.With("id", id), "sound-read"));
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
