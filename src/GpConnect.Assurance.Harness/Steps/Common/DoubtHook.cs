using BoDi;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>No scenario passes on answers of a provider that does not do the plain thing: one that says the same to everything is right now and then.</summary>
[Binding]
public sealed class DoubtHook(CheckRecorder checks, IObjectContainer container)
{
    [AfterScenario]
    public void SkipWhereNothingIsProved()
    {
        // A scenario whose steps are all a supplier's own may have nothing to do with the consumer played here.
        if (!container.IsRegistered<Consumer>() || checks.Records.Any(check => check.Verdict is Verdict.Fail or Verdict.Error or Verdict.Skip))
        {
            return;
        }

        foreach (var interaction in container.Resolve<Consumer>().Answers.Select(answer => answer.Interaction).DistinctBy(interaction => interaction.Id))
        {
            Doubt(interaction);
        }
    }

    private void Doubt(Client.Interaction interaction)
    {
        try
        {
            if (container.Resolve<SoundTwin>().Doubt(interaction) is { } doubt)
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
