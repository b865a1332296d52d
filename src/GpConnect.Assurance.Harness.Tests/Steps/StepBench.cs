using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Rules;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Harness.Tests.Requirements;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>Runs steps, as a feature would hold them, against a fake provider.</summary>
public sealed class StepBench : IDisposable
{
    private readonly SpecFlowHost _host = new();
    private readonly ProfileValidator _validator = new(DefinitionStore.Open([Repository.File("profiles")]));

    public void Dispose() => _host.Dispose();

    internal async Task<StepBenchResult> RunAsync(string steps, Action<FakeRequest, FakeResponse>? spoil = null, string tags = "@GPC-API-001", RuleSet? rules = null)
    {
        await using var provider = new FakeProvider(spoil);
        var record = Run(steps, tags, provider, rules ?? RuleSet.Empty);
        return new StepBenchResult(record, [.. provider.Requests.Where((_, index) => !IsSound(record, index))]);
    }

    /// <summary>True for a request that the harness made of itself, to see what the provider does when nothing is wrong.</summary>
    private static bool IsSound(ScenarioRecord record, int index) =>
        index < record.Exchanges.Count && record.Exchanges[index].Contains("-sound", StringComparison.Ordinal);

    private ScenarioRecord Run(string steps, string tags, FakeProvider provider, RuleSet rules)
    {
        var context = new RunContext(provider.Settings, PublishedRequirements.Catalogue, _validator, (_, _, _) => { })
        {
            Rules = rules,
            DeclaredVersion = "1.6.2",
        };
        using var clients = new ProviderClientFactory(provider.Settings);
        using var client = clients.Create();
        using var executor = new ScenarioExecutor(_host, scenario =>
        {
            var session = new ScenarioSession(scenario, new CheckRecorder(scenario, context.Reference));
            session.Share(new Consumer(session, context, client, CancellationToken.None));
            return session;
        });
        return executor.Execute(Planned(steps, tags));
    }

    private static PlannedScenario Planned(string steps, string tags)
    {
        using var text = new StringReader($"Feature: Steps\n  {tags}\n  Scenario: S\n{string.Join('\n', steps.Split('\n').Select(line => "    " + line.Trim()))}");
        var set = FeatureReader.Read(text, "foundations/steps.feature", "foundations");
        set.Problems.Should().BeEmpty();
        return set.Scenarios.Single();
    }
}
