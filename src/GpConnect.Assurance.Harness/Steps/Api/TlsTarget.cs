using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;

namespace GpConnect.Assurance.Harness.Steps.Api;

/// <summary>The provider as the other end of a TLS connection: scenarios about that are skipped where it cannot be seen.</summary>
public sealed class TlsTarget(Consumer consumer, CheckRecorder checks)
{
    private TargetSettings Settings => consumer.Run.Settings;

    /// <exception cref="ScenarioSkippedException">No TLS connection ends at the provider itself.</exception>
    public void MustBeSeen()
    {
        if (Settings.Proxy.Spine is not null)
        {
            throw new ScenarioSkippedException("The provider is called through the Spine Secure Proxy, so that its own TLS is not seen; run without proxy.spine to look at it.");
        }

        if (!Settings.Roots.Of(Capability.Foundations)!.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ScenarioSkippedException("The provider is called over plain HTTP: there is no TLS to look at. Give an https URL as target.url.");
        }
    }

    /// <summary>As <see cref="MustBeSeen"/>, for what goes to the provider in no ordinary TLS connection.</summary>
    /// <exception cref="ScenarioSkippedException">No TLS connection ends at the provider itself, or an HTTP proxy stands before it.</exception>
    public void MustBeReached()
    {
        MustBeSeen();
        if (Settings.Proxy.Http is not null)
        {
            throw new ScenarioSkippedException("Handshakes and clear text are tried with the provider itself, not through an HTTP proxy; run without proxy.http to try them.");
        }
    }

    /// <summary>Whether a sound request over the connection of the configuration is answered; where it is not, no refusal proves anything.</summary>
    public bool ServesTheConsumer()
    {
        var about = checks.Exchange;
        consumer.ConnectBy(Settings.Tls);
        var sound = consumer.Try(Interactions.ReadMetadata, "sound");
        checks.Exchange = about;
        return sound is { Failure: null, Response.Status: 200 };
    }
}
