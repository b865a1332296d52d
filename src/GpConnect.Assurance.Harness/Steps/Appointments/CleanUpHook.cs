using BoDi;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Whatever became of a scenario, its appointments are cancelled and its slots given back, after all else that happens at its end.</summary>
[Binding]
public sealed class CleanUpHook(IObjectContainer container)
{
    [AfterScenario(Order = int.MaxValue)]
    public void CleanUp()
    {
        // A scenario whose steps are all a supplier's own may have nothing to do with the consumer played here.
        if (container.IsRegistered<Consumers.Consumer>())
        {
            container.Resolve<MadeAppointments>().CleanUp();
        }
    }
}
