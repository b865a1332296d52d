using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class RunTotalsTests
{
    [Fact]
    public void Scenarios_and_checks_are_counted_by_pack_and_interaction()
    {
        var totals = RunTotals.Of(SampleScenarios.All().Reverse());

        totals.Packs.Select(p => p.Pack).Should().Equal("appointments", "foundations", "structured");
        totals.Packs[1].Interactions.Select(i => i.Interaction).Should().Equal("Find a patient", "Get the FHIR capability statement", "Read a patient");
        totals.Packs[1].Scenarios.Should().Be(new VerdictCounts(Pass: 1, Warn: 1, Fail: 4));
        totals.Scenarios.Should().Be(new VerdictCounts(Pass: 2, Skip: 2, Warn: 1, Fail: 4, Error: 1));
        totals.Checks.Should().Be(new VerdictCounts(Pass: 8, Info: 1, Warn: 1, Fail: 7));
        totals.Scenarios.Worst.Should().Be(Verdict.Error);
    }

    [Fact]
    public void Nothing_has_no_worst_verdict() => RunTotals.Of([]).Scenarios.Worst.Should().BeNull();

    [Theory]
    [InlineData(0, 0, 0, 0, 0, Verdict.Error, "Nothing was tested", "No scenario ran.")]
    [InlineData(3, 0, 0, 0, 0, Verdict.Pass, "Passed", "3 of 3 scenarios passed.")]
    [InlineData(1, 0, 0, 0, 0, Verdict.Pass, "Passed", "1 of 1 scenario passed.")]
    [InlineData(3, 1, 0, 0, 0, Verdict.Pass, "Passed", "3 of 4 scenarios passed; 1 not tested.")]
    [InlineData(0, 2, 0, 0, 0, Verdict.Skip, "Nothing was tested", "0 of 2 scenarios passed; 2 not tested.")]
    [InlineData(3, 0, 1, 0, 0, Verdict.Warn, "Passed with warnings", "3 of 4 scenarios passed; 1 passed with warnings (a SHOULD is broken).")]
    [InlineData(3, 0, 1, 1, 1, Verdict.Fail, "Failed", "3 of 6 scenarios passed; 1 failed (a SHALL is broken); 1 ended in error (no verdict on conformance); 1 passed with warnings (a SHOULD is broken).")]
    [InlineData(3, 0, 0, 0, 1, Verdict.Error, "No verdict", "3 of 4 scenarios passed; 1 ended in error (no verdict on conformance).")]
    public void The_headline_says_what_the_counts_mean(int pass, int skip, int warn, int fail, int error, Verdict verdict, string title, string sentence) =>
        Headline(new VerdictCounts(Pass: pass, Skip: skip, Warn: warn, Fail: fail, Error: error), SampleRun.Ended with { Planned = 0 })
            .Should().Be(new RunHeadline(verdict, title, sentence));

    [Fact]
    public void A_run_that_was_stopped_did_not_pass() =>
        Headline(new VerdictCounts(Pass: 3), SampleRun.Ended with { Planned = 5, Interrupted = true, InterruptedBecause = "Ctrl+C was pressed." })
            .Should().Be(new RunHeadline(Verdict.Error, "Incomplete", "3 of 3 scenarios passed. The run was stopped: Ctrl+C was pressed. 2 planned scenarios did not run."));

    [Fact]
    public void A_run_that_was_stopped_after_a_failure_failed() =>
        Headline(new VerdictCounts(Fail: 1), SampleRun.Begun with { Planned = 1 })
            .Should().Be(new RunHeadline(Verdict.Fail, "Failed, and incomplete", "0 of 1 scenario passed; 1 failed (a SHALL is broken). The run did not reach its end."));

    private static RunHeadline Headline(VerdictCounts scenarios, RunRecord run) =>
        RunHeadline.Of(run, new RunTotals([new PackTotals("foundations", [new InteractionTotals("foundations", "Read a patient", scenarios, default)])]));
}
