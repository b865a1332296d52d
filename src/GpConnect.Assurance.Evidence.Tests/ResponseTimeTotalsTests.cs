namespace GpConnect.Assurance.Evidence.Tests;

public sealed class ResponseTimeTotalsTests
{
    [Fact]
    public void Figures_are_the_ranks_of_all_responses_to_an_interaction()
    {
        var times = Enumerable.Range(1, 100).Reverse().Select(ms => new ResponseTimeRecord("find a patient", IsCommand: false, ms)).ToList();
        var totals = ResponseTimeTotals.Of([Scenario([.. times.Take(30)]), Scenario([.. times.Skip(30)])]).Should().ContainSingle().Subject;
        totals.Should().Be(new ResponseTimeTotals("find a patient", IsCommand: false, Count: 100, Min: 1, Median: 50, P95: 95, Max: 100));
    }

    [Fact]
    public void One_response_is_every_figure() =>
        ResponseTimeTotals.Of([Scenario(new ResponseTimeRecord("read a patient", IsCommand: false, 12))]).Should().Equal(new ResponseTimeTotals("read a patient", false, 1, 12, 12, 12, 12));

    [Theory]
    [InlineData(false, 999, Verdict.Pass)]
    [InlineData(false, 1_001, Verdict.Info)]
    [InlineData(false, 3_001, Verdict.Warn)]
    [InlineData(true, 99, Verdict.Pass)]
    [InlineData(true, 101, Verdict.Info)]
    [InlineData(true, 251, Verdict.Warn)]
    public void Too_slow_is_worth_knowing_or_a_warning_and_never_a_failure(bool isCommand, double ms, Verdict verdict) =>
        ResponseTimeTotals.Of([Scenario(new ResponseTimeRecord("any", isCommand, ms))])[0].Verdict.Should().Be(verdict);

    [Fact]
    public void Queries_stand_before_commands_and_each_by_name() =>
        ResponseTimeTotals.Of([Scenario(new("b", true, 1), new("d", false, 1), new("c", false, 1), new("a", true, 1))]).Select(totals => totals.Interaction).Should().Equal("c", "d", "a", "b");

    private static ScenarioRecord Scenario(params ResponseTimeRecord[] times) => new()
    {
        Id = "foundations/a.feature:1",
        Pack = "foundations",
        Feature = "A",
        File = "foundations/a.feature",
        Line = 1,
        Name = "S",
        Verdict = Verdict.Pass,
        Started = DateTimeOffset.UnixEpoch,
        DurationMs = 1,
        ResponseTimes = times,
    };
}
