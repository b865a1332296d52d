using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Tests.Engine;

public sealed class ScenarioExecutorTests : IDisposable
{
    private readonly SpecFlowHost _host = new([typeof(SampleSteps).Assembly]);

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_scenario_whose_checks_pass_passes_and_keeps_its_steps_and_checks()
    {
        var record = Run("""
            Given the sample number 3
            When the sample number is doubled
            Then the sample number is 6
            """);

        record.Verdict.Should().Be(Verdict.Pass, record.Reason);
        record.Steps.Select(s => (s.Keyword, s.Verdict)).Should().Equal(("Given", Verdict.Pass), ("When", Verdict.Pass), ("Then", Verdict.Pass));
        record.Checks.Should().ContainSingle().Which.Should().Match<CheckRecord>(c =>
            c.Step == 2 && c.Requirements[0].Id == "GPC-TST-001" && c.Title == "the number is 6");
    }

    [Fact]
    public void Every_failing_check_is_recorded_and_later_steps_still_run()
    {
        var record = Run("""
            Given the sample number 3
            Then the sample number is both 4 and 5
            And the sample number is 3
            """);

        record.Verdict.Should().Be(Verdict.Fail);
        record.Checks.Select(c => c.Verdict).Should().Equal(Verdict.Fail, Verdict.Fail, Verdict.Pass);
        record.Checks[0].Message.Should().Contain("to be 4").And.Contain("found 3");
    }

    [Theory]
    [InlineData("Then nobody defined this", "foundations/sample.feature:4: no step definition matches \"nobody defined this\".")]
    [InlineData("Then the sample step is ambiguous", "foundations/sample.feature:4: Ambiguous step definitions")]
    [InlineData("Then the sample step breaks", "foundations/sample.feature:4: the step failed with InvalidOperationException: broken")]
    [InlineData("Then the sample step looks at nothing", "foundations/sample.feature:4: the step \"the sample step looks at nothing\" checks nothing.")]
    [InlineData("Given the sample number 3", "foundations/sample.feature:3: the scenario checks nothing.")]
    public void What_cannot_give_a_verdict_is_an_error_that_names_file_and_line(string step, string reason)
    {
        var record = Run(step);
        record.Verdict.Should().Be(Verdict.Error);
        record.Reason.Should().StartWith(reason);
    }

    [Fact]
    public void Steps_after_an_error_are_skipped()
    {
        var record = Run("""
            Given nobody defined this
            Then the sample number is 0
            """);
        record.Steps[1].Verdict.Should().Be(Verdict.Skip);
    }

    [Fact]
    public void A_skipped_scenario_says_why() =>
        Run("Given the sample role is not mapped").Should().Match<ScenarioRecord>(r => r.Verdict == Verdict.Skip && r.Reason == "not mapped");

    [Fact]
    public void An_assertion_that_throws_is_a_failing_check() =>
        Run("Then the sample step asserts by throwing").Should().Match<ScenarioRecord>(r => r.Verdict == Verdict.Fail);

    [Fact]
    public void Tables_doc_strings_and_transformed_arguments_reach_the_step() =>
        Run("""
            Given the sample table:
              | number |
              | 40     |
            And the sample text:
              \"\"\"
              2
              \"\"\"
            Then the sample number is 42
            """.Replace("\\\"", "\"", StringComparison.Ordinal)).Verdict.Should().Be(Verdict.Pass);

    [Fact]
    public void Hooks_run_and_a_failing_one_is_an_error()
    {
        Run("Given the sample number 3", tags: "@sample-hook-fails").Should()
            .Match<ScenarioRecord>(r => r.Verdict == Verdict.Error && r.Reason!.Contains("hook broke"));
    }

    [Fact]
    public void Many_workers_run_side_by_side_without_mixing_their_scenarios()
    {
        var verdicts = Enumerable.Range(0, 200).AsParallel().WithDegreeOfParallelism(4).GroupBy(n => n % 4).SelectMany(numbers =>
        {
            using var executor = new ScenarioExecutor(_host, Session);
            return numbers.Select(n => executor.Execute(Planned($"""
                Given the sample number {n}
                When the sample number is doubled
                Then the sample number is {2 * n}
                """)).Verdict).ToList();
        });
        verdicts.Should().HaveCount(200).And.OnlyContain(v => v == Verdict.Pass);
    }

    [Fact]
    public void A_cancelled_scenario_stops_between_steps()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        using var executor = new ScenarioExecutor(_host, Session);
        var run = () => executor.Execute(Planned("Given the sample number 1"), cancellation.Token);
        run.Should().Throw<OperationCanceledException>();
    }

    private ScenarioRecord Run(string steps, string tags = "")
    {
        using var executor = new ScenarioExecutor(_host, Session);
        return executor.Execute(Planned(steps, tags));
    }

    /// <summary>The consumer asks nothing, so that it needs neither a run nor a client.</summary>
    private static ScenarioSession Session(PlannedScenario scenario)
    {
        var session = new ScenarioSession(scenario, new CheckRecorder(scenario, id => new RequirementRef(id, Level: "SHALL")));
        session.Share(new Consumer(session, null!, null!, CancellationToken.None));
        return session;
    }

    private static PlannedScenario Planned(string steps, string tags = "")
    {
        var indented = string.Join('\n', steps.Split('\n').Select(line => "    " + line));
        using var text = new StringReader($"Feature: Sample\n  @GPC-TST-001 {tags}\n  Scenario: S\n{indented}");
        var set = FeatureReader.Read(text, "foundations/sample.feature", "foundations");
        set.Problems.Should().BeEmpty();
        return set.Scenarios.Single();
    }
}
