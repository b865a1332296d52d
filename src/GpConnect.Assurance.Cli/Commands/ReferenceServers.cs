using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Spine;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The reference provider as it is served: plain or over mutual TLS, with or without a Spine Secure Proxy in front.</summary>
internal sealed class ReferenceServers : IAsyncDisposable
{
    /// <summary>Consumers that the directory knows beside the one configured: one that scenarios send as, and one that no practice shares data with.</summary>
    private const string OtherConsumer = "200000000115";

    private const string ConsumerWithoutAgreement = "200000000116";

    private readonly ReferenceCertificates? _certificates;

    private ReferenceServers(ReferenceCertificates? certificates, ReferenceProviderHost provider)
    {
        _certificates = certificates;
        Provider = provider;
    }

    public ReferenceProviderHost Provider { get; }

    /// <summary>Null when the provider is called directly.</summary>
    public SpineSecureProxyHost? Proxy { get; private set; }

    /// <param name="options">The provider and its practices.</param>
    /// <param name="setting">What stands around it.</param>
    /// <param name="consumerAsid">Of whoever will call.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<ReferenceServers> StartAsync(
        ReferenceProviderOptions options, ReferenceSetting setting, string consumerAsid, CancellationToken cancellation)
    {
        var certificates = setting.Tls ? ReferenceCertificates.Open(setting.Certificates, setting.Password) : null;
        try
        {
            var provider = await ReferenceProviderHost.StartAsync(options with { Tls = certificates?.Provider }, cancellation);
            var servers = new ReferenceServers(certificates, provider);
            if (setting.Proxy)
            {
                await servers.StartProxyAsync(setting.ProxyPort, consumerAsid, cancellation);
            }

            return servers;
        }
        catch
        {
            certificates?.Dispose();
            throw;
        }
    }

    /// <summary>The settings with which the default practice is called.</summary>
    public TargetSettings Settings(TargetSettings settings) => ReferenceTarget.Settings(settings, Provider.TestData, _certificates?.Client) with
    {
        Proxy = Proxy is null ? settings.Proxy : settings.Proxy with { Spine = Proxy.Url.ToString().TrimEnd('/') },
    };

    public async ValueTask DisposeAsync()
    {
        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        await Provider.DisposeAsync();
        _certificates?.Dispose();
    }

    private async Task StartProxyAsync(int port, string consumerAsid, CancellationToken cancellation)
    {
        try
        {
            var directory = SpineDirectory.Of(Provider, [consumerAsid, OtherConsumer], ConsumerWithoutAgreement);
            Proxy = await SpineSecureProxyHost.StartAsync(directory, port, _certificates?.Provider, cancellation);
        }
        catch
        {
            await Provider.DisposeAsync();
            throw;
        }
    }
}
