using System.Collections.Concurrent;
using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>Days on which calendars go wrong: the appointments pack passes against the reference provider on each.</summary>
public sealed class AppointmentsOnAnyDayTests
{
    /// <summary>Scenarios that turn on days and times; the whole pack would try the same days with much that does not.</summary>
    private static readonly string[] Parts =
    [
        "A period from", "A slot that", "A slot is", "A period across", "A period of", "A period that is over", "A part of the period", "Where no slot is", "A slot in the past", "A slot under embargo",
        "A free slot is booked in JSON", "A booking whose", "An appointment is amended in JSON", "An appointment is cancelled in JSON", "A booked appointment is", "One day is", "The day before", "The day after",
        "Today is a range", "An appointment of", "A range that starts", "A range from today",
    ];

    [Theory]
    [InlineData("2027-03-14T10:00:00Z")]
    [InlineData("2027-03-27T23:30:00Z")]
    [InlineData("2027-03-28T01:30:00Z")]
    [InlineData("2027-10-30T23:30:00Z")]
    [InlineData("2027-10-31T00:30:00Z")]
    [InlineData("2028-02-29T12:00:00Z")]
    [InlineData("2027-02-28T23:59:00Z")]
    [InlineData("2026-12-31T23:59:30Z")]
    [InlineData("2027-04-30T22:59:59Z")]
    [InlineData("2027-06-30T23:00:00Z")]
    public async Task The_pack_passes(string now)
    {
        var clock = new StandingClock(DateTimeOffset.Parse(now));
        var plan = RunPlan.Make(new RunOptions { Packs = ["appointments"] });
        var scenarios = plan.Features.Scenarios.Where(scenario => Parts.Any(part => scenario.Name.StartsWith(part, StringComparison.Ordinal))).ToList();
        scenarios.Should().HaveCountGreaterThan(50);

        await using var provider = await ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Clock = clock });
        var settings = ReferenceTarget.Settings(new TargetSettings(), provider.TestData);
        var context = new RunContext(settings, plan.Requirements, new ProfileValidator(DefinitionStore.Open([Assets.Profiles])), (_, _, _) => { }, clock)
        {
            Rules = plan.Rules,
            DeclaredVersion = "1.6.2",
        };
        using var engine = new SpecFlowHost();
        using var clients = new ProviderClientFactory(settings);
        var records = new ConcurrentBag<ScenarioRecord>();
        new ScenarioRun(context, clients, engine).Execute(scenarios, 4, records.Add);

        records.Should().HaveCount(scenarios.Count);
        records.Where(record => record.Verdict != Verdict.Pass).Select(record => $"{record.Id} {record.Name}: {record.Verdict} {record.Reason} {string.Join(" ", record.Checks.Where(check => check.Verdict > Verdict.Info).Select(check => $"{check.Title}: {check.Message}"))}")
            .Should().BeEmpty();
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
