using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Sends requests to the provider one after the other, and records what goes over the wire. One for each worker.</summary>
public sealed class ProviderClient : IDisposable
{
    private readonly TargetSettings _settings;

    internal ProviderClient(TargetSettings settings) => _settings = settings;

    /// <summary>Sends a request and waits for its end. Whatever the provider does, this returns an exchange and does not throw.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    /// <exception cref="ArgumentException">The request's URL is not an absolute http or https URL.</exception>
    public Task<Exchange> SendAsync(ProviderRequest request, CancellationToken cancellation = default) =>
        throw new InvalidOperationException($"No transport to {_settings.Roots.Foundations} yet.");

    public void Dispose()
    {
    }
}
