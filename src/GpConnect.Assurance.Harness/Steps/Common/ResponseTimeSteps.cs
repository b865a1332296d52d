using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>
/// How long responses take (development_api_volume_and_performance). The specification limits the provider's own processing, and this machine
/// can only measure the time to the last byte, network included: too slow is a warning, never a failure.
/// </summary>
[Binding]
public sealed class ResponseTimeSteps(Consumer consumer, CheckRecorder checks)
{
    [Then(@"the response comes within (\d+) ms")]
    public void ThenItComesWithin(int milliseconds)
    {
        var took = consumer.Latest.Exchange.Timings.TotalMs;
        var allowed = (double)milliseconds;
        if (took > allowed)
        {
            (took, allowed) = SecondLook(took.Value, allowed);
        }

        var check = new Check($"the response comes within {milliseconds} ms") { Expected = $"at most {allowed:F0} ms", Actual = took is null ? "not measured" : $"{took:F0} ms" };
        if (took <= allowed)
        {
            checks.Pass(check);
        }
        else
        {
            checks.Warn(check, $"The response took {check.Actual}, of which the network's part is not known.");
        }
    }

    /// <summary>One slow answer may be this machine's or the network's doing. A query is sent once more; a command, which cannot be, is allowed what a plain read takes on top.</summary>
    private (double Took, double Allowed) SecondLook(double took, double allowed) => consumer.Latest.Interaction.Kind == InteractionKind.Query
        ? (Math.Min(took, consumer.AskAgain().Exchange.Timings.TotalMs ?? took), allowed)
        : (took, allowed + (consumer.Prepare(Interactions.ReadMetadata, name: "plain-read").Exchange.Timings.TotalMs ?? 0));
}
