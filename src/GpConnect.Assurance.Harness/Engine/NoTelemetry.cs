using TechTalk.SpecFlow.Analytics;
using TechTalk.SpecFlow.CommonModels;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>SpecFlow reports its use to its makers; a run talks to its target and to nobody else.</summary>
internal sealed class NoTelemetry : IAnalyticsTransmitter
{
    public bool IsEnabled => false;

    public Task<IResult> TransmitSpecFlowProjectCompilingEvent(SpecFlowProjectCompilingEvent projectCompilingEvent) => Nothing();

    public Task<IResult> TransmitSpecFlowProjectRunningEvent(SpecFlowProjectRunningEvent projectRunningEvent) => Nothing();

    private static Task<IResult> Nothing() => Task.FromResult<IResult>(Result.Success());
}
