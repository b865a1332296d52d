using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>Runs scenarios against one practice after another; each worker has one of its own.</summary>
internal sealed class PracticeRunner : IDisposable
{
    private ProviderClientFactory _clients;
    private ProviderClient _client;
    private readonly ScenarioExecutor _executor;
    private TlsSettings _tls = new();
    private RunContext? _context;

    public PracticeRunner(SpecFlowHost engine, CancellationToken cancellation)
    {
        _clients = new ProviderClientFactory(new TargetSettings());
        _client = _clients.Create();
        _executor = new ScenarioExecutor(engine, scenario =>
        {
            var session = new ScenarioSession(scenario, new CheckRecorder(scenario, _context!.Reference));
            session.Share(new Consumer(session, _context, _client, cancellation));
            return session;
        });
    }

    /// <summary>The scenarios that follow are held against this practice.</summary>
    public void Visit(RunContext practice)
    {
        if (_tls != practice.Settings.Tls)
        {
            _tls = practice.Settings.Tls;
            _client.Dispose();
            _clients.Dispose();
            _clients = new ProviderClientFactory(practice.Settings);
            _client = _clients.Create();
        }

        _context = practice;
    }

    public ScenarioRecord Run(PlannedScenario scenario, CancellationToken cancellation) => _executor.Execute(scenario, cancellation);

    public void Dispose()
    {
        _executor.Dispose();
        _client.Dispose();
        _clients.Dispose();
    }
}
