using TechTalk.SpecFlow.Tracing;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>Drops SpecFlow's running commentary: what a step did stands in the scenario's record.</summary>
internal sealed class SilentTraceListener : ITraceListener
{
    public void WriteTestOutput(string message)
    {
    }

    public void WriteToolOutput(string message)
    {
    }
}
