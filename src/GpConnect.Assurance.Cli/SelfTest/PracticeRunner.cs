using GpConnect.Assurance.Cli.Commands;
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
    private readonly SelfTestSetting _setting;
    private readonly ProviderClientFactory _clients;
    private readonly ProviderClient _client;
    private readonly ScenarioExecutor _executor;
    private RunContext? _context;

    public PracticeRunner(SelfTestSetting setting, CancellationToken cancellation)
    {
        _setting = setting;
        _clients = new ProviderClientFactory(new TargetSettings());
        _client = _clients.Create();
        _executor = new ScenarioExecutor(setting.Engine, scenario =>
        {
            var session = new ScenarioSession(scenario, new CheckRecorder(scenario, _context!.Reference));
            session.Share(new Consumer(session, _context, _client, cancellation));
            return session;
        });
    }

    /// <summary>The scenarios that follow are held against this practice.</summary>
    public void Visit(string odsCode) => Visit(ContextOf(_setting, odsCode));

    /// <summary>As <see cref="Visit(string)"/>, for a practice that several workers visit at once: they share which patients are used up.</summary>
    public void Visit(RunContext context) => _context = context;

    public static RunContext ContextOf(SelfTestSetting setting, string odsCode) => new(
        ReferenceTarget.Settings(new TargetSettings(), setting.Provider.TestDataOf(odsCode)), setting.Plan.Requirements, setting.Validator, (_, _, _) => { })
    {
        Rules = setting.Plan.Rules,
        DeclaredVersion = setting.Provider.TestDataOf(odsCode).SpecificationVersion,
    };

    public ScenarioRecord Run(PlannedScenario scenario, CancellationToken cancellation) => _executor.Execute(scenario, cancellation);

    public void Dispose()
    {
        _executor.Dispose();
        _client.Dispose();
        _clients.Dispose();
    }
}
