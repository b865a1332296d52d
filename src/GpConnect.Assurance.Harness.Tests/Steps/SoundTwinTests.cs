using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A provider that refuses everything, or finds nobody ever, passes no scenario that expects just that.</summary>
public sealed class SoundTwinTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Refused = "Given a consumer\nAnd the request's Ssp-TraceID header is missing";

    [Theory]
    [InlineData($"{Refused}\nWhen it sends a request to read metadata\nThen the response is the error 400 BAD_REQUEST")]
    [InlineData($"{Refused}\nWhen it searches for the patient \"registered\" by NHS number\nThen the response is the error 400 BAD_REQUEST")]
    [InlineData($"{Refused}\nWhen it reads a patient with an id that does not exist\nThen the response is the error 400 BAD_REQUEST")]
    [InlineData($"{Refused}\nWhen it sends a request to read metadata\nThen the response is one of:\n| status | body |\n| 400 | BAD_REQUEST |")]
    public async Task A_refusal_counts_only_where_the_sound_request_is_answered(string steps)
    {
        var sound = await bench.RunAsync(steps);
        sound.Record.Verdict.Should().Be(Verdict.Pass, sound.Why);

        var refusing = await bench.RunAsync(steps, (_, response) =>
            (response.Status, response.Resource) = (400, FakeResources.OperationOutcome("BAD_REQUEST", "never")));
        refusing.Record.Verdict.Should().Be(Verdict.Skip, refusing.Why);
        refusing.Why.Should().Contain("refuses the request also when nothing is wrong with it");
    }

    [Fact]
    public async Task Finding_nobody_counts_only_where_somebody_is_found()
    {
        const string Steps = "When it searches for the patient \"unknown\" by NHS number\nThen the response is 200 with an empty searchset Bundle";
        (await bench.RunAsync(Steps)).Record.Verdict.Should().Be(Verdict.Pass);

        var empty = await bench.RunAsync(Steps, (_, response) => response.Resource = FakeResources.Bundle());
        empty.Record.Verdict.Should().Be(Verdict.Skip, empty.Why);
    }

    [Fact]
    public async Task The_sound_request_is_sent_once_a_run()
    {
        var result = await bench.RunAsync($"""
            {Refused}
            When it sends a request to read metadata
            Then the response is the error 400 BAD_REQUEST
            And the response is the error 400 BAD_REQUEST
            """);
        result.Record.Exchanges.Should().HaveCount(2);
    }

    [Fact]
    public async Task Checks_that_follow_look_at_the_response_that_the_scenario_is_about()
    {
        var result = await bench.RunAsync($"""
            {Refused}
            When it sends a request to read metadata
            Then the response is the error 400 BAD_REQUEST
            And the response is not to be stored
            """);
        result.Checks.Should().OnlyContain(check => check.Exchange == result.Record.Exchanges[0]);
    }
}
