using BoDi;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>What the steps of one scenario share; SpecFlow hands it, and each shared object, to their constructors.</summary>
public sealed class ScenarioSession(PlannedScenario scenario, CheckRecorder checks) : IDisposable
{
    private readonly List<object> _shared = [];
    private readonly List<string> _exchangeIds = [];
    private readonly List<ResponseTimeRecord> _responseTimes = [];
    private readonly List<string> _leftBehind = [];

    public PlannedScenario Scenario { get; } = scenario;

    public CheckRecorder Checks { get; } = checks;

    /// <summary>Ids of the exchanges made so far, in order.</summary>
    public IReadOnlyList<string> ExchangeIds => _exchangeIds;

    /// <summary>How long responses of success took.</summary>
    public IReadOnlyList<ResponseTimeRecord> ResponseTimes => _responseTimes;

    /// <summary>What the scenario has left changed at the provider.</summary>
    public IReadOnlyList<string> LeftBehind => _leftBehind;

    /// <summary>Lets steps take <paramref name="service"/> as a constructor parameter of its own type.</summary>
    public void Share(object service) => _shared.Add(service);

    /// <summary>Notes that an exchange was made; checks that follow look at it.</summary>
    public void Made(string exchangeId)
    {
        _exchangeIds.Add(exchangeId);
        Checks.Exchange = exchangeId;
    }

    /// <summary>Notes how long a response of success took.</summary>
    public void Took(ResponseTimeRecord time) => _responseTimes.Add(time);

    /// <summary>Notes what the scenario leaves changed at the provider and has no way to undo.</summary>
    /// <param name="sentence">For whoever has to undo it there.</param>
    public void LeavesBehind(string sentence) => _leftBehind.Add(sentence);

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
