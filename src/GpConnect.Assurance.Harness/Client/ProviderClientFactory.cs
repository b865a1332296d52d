using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Makes the clients of a run; certificates are read once.</summary>
public sealed class ProviderClientFactory : IDisposable
{
    private readonly TargetSettings _settings;
    private readonly TlsMaterial _tls;

    /// <exception cref="SettingsException">A certificate file is missing, is not one, or its password is wrong.</exception>
    public ProviderClientFactory(TargetSettings settings)
    {
        _settings = settings;
        _tls = new TlsMaterial(settings.Tls);
    }

    /// <summary>A client of its own for one worker; dispose of it before the factory.</summary>
    public ProviderClient Create() => new(_settings, _tls);

    public void Dispose() => _tls.Dispose();
}
