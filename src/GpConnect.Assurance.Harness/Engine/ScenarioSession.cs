using BoDi;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>What the steps of one scenario share; SpecFlow hands it, and each shared object, to their constructors.</summary>
public sealed class ScenarioSession(PlannedScenario scenario, CheckRecorder checks) : IDisposable
{
    private readonly List<object> _shared = [];
    private readonly List<string> _exchangeIds = [];

    public PlannedScenario Scenario { get; } = scenario;

    public CheckRecorder Checks { get; } = checks;

    /// <summary>Ids of the exchanges made so far, in order.</summary>
    public IReadOnlyList<string> ExchangeIds => _exchangeIds;

    /// <summary>Lets steps take <paramref name="service"/> as a constructor parameter of its own type.</summary>
    public void Share(object service) => _shared.Add(service);

    /// <summary>Notes that an exchange was made; checks that follow look at it.</summary>
    public void Made(string exchangeId)
    {
        _exchangeIds.Add(exchangeId);
        Checks.Exchange = exchangeId;
    }

    public void Dispose()
    {
        foreach (var disposable in _shared.OfType<IDisposable>())
        {
            disposable.Dispose();
        }
    }

    internal void RegisterIn(IObjectContainer container)
    {
        container.RegisterInstanceAs(this);
        container.RegisterInstanceAs(Checks);
        foreach (var service in _shared)
        {
            container.RegisterInstanceAs(service, service.GetType());
        }
    }
}
