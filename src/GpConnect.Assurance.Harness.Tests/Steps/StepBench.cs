using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
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

    /// <param name="steps">One a line.</param>
    /// <param name="spoil">Alters the provider's answers.</param>
    /// <param name="tags">The scenario's.</param>
    /// <param name="rules">Run on each response.</param>
    /// <param name="isTrusted">True to take it that the provider answers what is sound, so that no request but those of the steps is sent.</param>
    /// <param name="target">Alters what is known of the provider.</param>
    internal async Task<StepBenchResult> RunAsync(
        string steps, Action<FakeRequest, FakeResponse>? spoil = null, string tags = "@GPC-API-001", RuleSet? rules = null, bool isTrusted = false, Func<TargetSettings, TargetSettings>? target = null)
    {
        await using var provider = new FakeProvider(spoil);
        return new StepBenchResult(Run(steps, tags, target?.Invoke(provider.Settings) ?? provider.Settings, rules ?? RuleSet.Empty, isTrusted), [.. provider.Requests]);
    }

    /// <summary>Runs steps about the connection against a provider of the test's own.</summary>
    internal StepBenchResult Run(string steps, TargetSettings settings) => new(Run(steps, "@GPC-API-130", settings, RuleSet.Empty, isTrusted: true), []);

    private ScenarioRecord Run(string steps, string tags, TargetSettings settings, RuleSet rules, bool isTrusted)
    {
        var context = new RunContext(settings, PublishedRequirements.Catalogue, _validator, (_, _, _) => { })
        {
            Rules = rules,
            DeclaredVersion = "1.6.2",
        };
        foreach (var interaction in isTrusted ? Interactions.All : [])
        {
            context.SoundAnswers[interaction.Id] = new SoundAnswer(Succeeds: true, Resources: 1, "200") { HasRightType = true };
        }

        using var clients = new ProviderClientFactory(settings);
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
