using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Makes the clients of a run; certificates are read once.</summary>
public sealed class ProviderClientFactory(TargetSettings settings) : IDisposable
{
    /// <summary>A client of its own for one worker.</summary>
    public ProviderClient Create() => new(settings);

    public void Dispose()
    {
    }
}
