using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>No scenario passes on answers of a provider that does not do the plain thing: one that says the same to everything is right now and then.</summary>
[Binding]
public sealed class DoubtHook(Consumer consumer, CheckRecorder checks, SoundTwin twin)
{
    [AfterScenario]
    public void SkipWhereNothingIsProved()
    {
        if (checks.Records.Any(check => check.Verdict is Verdict.Fail or Verdict.Error or Verdict.Skip))
        {
            return;
        }

        foreach (var interaction in consumer.Answers.Select(answer => answer.Interaction).DistinctBy(interaction => interaction.Id))
        {
            Doubt(interaction);
        }
    }

    private void Doubt(Client.Interaction interaction)
    {
        try
        {
            if (twin.Doubt(interaction) is { } doubt)
            {
                checks.Skip(new Check("the provider does what is asked when nothing is wrong with the request"), doubt);
            }
        }
        catch (ScenarioStoppedException)
        {
            // That no whole response came has been recorded.
        }
    }
}
