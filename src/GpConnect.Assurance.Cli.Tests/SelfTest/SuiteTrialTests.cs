using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Cli.SelfTest;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Tests.SelfTest;

public sealed class SuiteTrialTests(TrialBench bench) : IClassFixture<TrialBench>
{
    [Fact]
    public void Every_defect_is_caught_by_a_check_of_a_requirement_that_it_breaks_and_a_sound_practice_is_left_in_peace()
    {
        var record = bench.Whole.Value;
        record.IsPassed.Should().BeTrue(SelfTestMarkdown.Of(record));
        record.Readings.Should().HaveCountGreaterThan(5);
        record.Trials.Should().HaveCount(bench.Defects.Count).And.OnlyContain(trial => trial.CaughtBy != null && trial.Shown.Count > 0 && trial.ScenariosRun > 0);
    }

    [Theory]
    [InlineData("GPC-FND-005")]
    [InlineData("GPC-FND-007")]
    [InlineData("GPC-FND-011")]
    [InlineData("GPC-FND-013")]
    [InlineData("GPC-FND-019")]
    public void A_rule_that_is_taken_away_is_missed(string requirement) =>
        bench.Lost(bench.Plan with { Rules = bench.Plan.Rules.Where(rule => rule.Requirement.Id != requirement) }).Should().Contain(requirement);

    [Fact]
    public void A_scenario_that_is_taken_away_is_missed_where_no_other_proves_the_same()
    {
        const string Name = "It names a version of FHIR STU3";
        bench.Lost(WithScenarios(scenario => scenario.Name != Name)).Should().Equal("GPC-API-262");
    }

    [Fact]
    public void Each_scenario_and_each_rule_that_alone_proves_a_requirement_is_missed_when_it_is_taken_away()
    {
        var sole = SoleProofs.Of(bench.Plan.Requirements, bench.Whole.Value);
        var (rules, scenarios) = (sole.Where(proof => IsRule(proof.Key)).ToList(), sole.Where(proof => !IsRule(proof.Key)).ToList());
        rules.Should().HaveCountGreaterThan(3);
        scenarios.Should().HaveCountGreaterThan(1);
        foreach (var proof in rules.Take(4).Concat(scenarios.Take(4)))
        {
            var less = WithScenarios(scenario => scenario.Id != proof.Key) with { Rules = bench.Plan.Rules.Where(rule => rule.Id != proof.Key) };
            bench.Lost(less).Should().Contain(proof.Value, proof.Key);
        }

        static bool IsRule(string proof) => proof.Contains(".yaml:", StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_misses_any_scenario_and_any_rule_that_is_taken_away()
    {
        var coverage = CoverageReport.Of(bench.Plan.Requirements, bench.Whole.Value, []);
        var rules = bench.Plan.Rules;
        var packs = new Dictionary<string, Pack>
        {
            ["foundations"] = new()
            {
                Name = "foundations",
                Title = "Foundations",
                Scenarios = bench.Plan.Features.Scenarios.Count,
                Rules = rules.All.Count(rule => rule.Id.StartsWith("foundations/rules", StringComparison.Ordinal)),
            },
        };
        PackGaps.Of(packs, coverage, bench.Plan.Features.Scenarios, rules).Should().BeEmpty();
        foreach (var scenario in bench.Plan.Features.Scenarios)
        {
            PackGaps.Of(packs, coverage, [.. bench.Plan.Features.Scenarios.Where(other => other != scenario)], rules).Should().ContainSingle();
        }

        foreach (var rule in rules.All.Where(rule => rule.Id.StartsWith("foundations/rules", StringComparison.Ordinal)))
        {
            PackGaps.Of(packs, coverage, bench.Plan.Features.Scenarios, rules.Where(other => other != rule)).Should().ContainSingle();
        }
    }

    [Fact]
    public void A_defect_that_breaks_only_a_MAY_is_caught_by_what_is_said_of_it()
    {
        var narrative = DefectCatalogue.All.First(defect => defect.AlsoBreaks.Contains("GPC-API-214"));
        var may = narrative with { Requirement = "GPC-API-214", AlsoBreaks = [] };
        var record = bench.Try(Of("Find a patient"), [may]);
        record.Trials.Should().ContainSingle().Which.CaughtBy.Should().Match<CatchRecord>(check => check.Verdict == Verdict.Info && check.Requirement == "GPC-API-214");
    }

    [Theory]
    [InlineData("warn")]
    [InlineData("pass")]
    public void A_defect_that_breaks_a_SHALL_is_not_caught_by_a_warning_or_a_remark(string verdict)
    {
        var lenient = Read($"""
            Feature: Lenient
              Scenario: It is there, or it is not
                Given a consumer
                When it asks for the capability statement
                Then the response is one of: [GPC-FND-002]
                  | status | body                | verdict   |
                  | 200    | CapabilityStatement | pass      |
                  | 503    | anything            | {verdict} |
            """);
        var absent = DefectCatalogue.Find("GPD-FND-002") with { AlsoBreaks = [] };
        var record = bench.Try(bench.Plan with { Features = lenient, Rules = bench.Plan.Rules.Where(_ => false) }, [absent]);
        TrialBench.Survivors(record).Should().Equal(absent.Id);
    }

    [Fact]
    public void A_scenario_that_fails_a_sound_practice_is_a_false_alarm_and_catches_nothing()
    {
        var wrong = Read("""
            Feature: Wrong
              Scenario: It is not there
                Given a consumer
                When it asks for the capability statement
                Then the response is 404 with an OperationOutcome [GPC-FND-002]
            """);
        var record = bench.Try(bench.Plan with { Features = wrong, Rules = bench.Plan.Rules.Where(_ => false) }, [DefectCatalogue.Find("GPD-FND-003")]);
        record.IsPassed.Should().BeFalse();
        record.FalseAlarms.Should().ContainSingle().Which.Should().Match<AlarmRecord>(alarm => alarm.Practice == "sound" && alarm.Verdict == Verdict.Fail && alarm.Requirements.Single() == "GPC-FND-002");
        TrialBench.Survivors(record).Should().Equal("GPD-FND-003");
    }

    [Fact]
    public void A_defect_that_shows_only_on_other_requirements_is_not_caught_but_said_to_be_seen()
    {
        var elsewhere = DefectCatalogue.Find("GPD-FND-005") with { Requirement = "GPC-API-038" };
        var trial = bench.Try(bench.Plan, [elsewhere]).Trials.Should().ContainSingle().Subject;
        trial.CaughtBy.Should().BeNull();
        trial.SeenBy.Should().NotBeEmpty();
        trial.ScenariosRun.Should().Be(bench.Plan.Features.Scenarios.Count);
    }

    [Fact]
    public void A_scenario_that_no_defect_makes_fail_is_named()
    {
        var never = bench.Whole.Value.NeverFailed.Select(id => bench.Plan.Features.Scenarios.Single(scenario => scenario.Id == id).Name).ToList();
        never.Should().Contain("What it says of the server is noted").And.NotContain(["It names a version of FHIR STU3", "The capability statement is returned in JSON"]);
    }

    [Fact]
    public void Each_trial_is_told_as_it_ends()
    {
        var told = new List<string>();
        bench.Try(bench.Plan, bench.Defects, finished: trial => told.Add(trial.Defect));
        told.Should().BeEquivalentTo(bench.Defects.Select(defect => defect.Id));
    }

    private static RunPlan Of(string feature) => RunPlan.Make(new RunOptions { Name = feature });

    private static FeatureSet Read(string feature)
    {
        using var text = new StringReader(feature);
        return FeatureReader.Read(text, "foundations/wrong.feature", "foundations");
    }

    private RunPlan WithScenarios(Func<PlannedScenario, bool> chosen) =>
        bench.Plan with { Features = bench.Plan.Features with { Scenarios = [.. bench.Plan.Features.Scenarios.Where(chosen)] } };
}
