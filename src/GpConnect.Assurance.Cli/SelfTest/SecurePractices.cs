using System.Collections.Concurrent;
using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>Practices behind mutual TLS, each with a server of its own: what a server does wrong when a connection is made is wrong for all that it serves.</summary>
internal sealed class SecurePractices : IDisposable
{
    /// <summary>On scenarios that only a connection with TLS has something to show to.</summary>
    public const string Tag = "tls";

    /// <summary>On scenarios about the Spine Secure Proxy.</summary>
    public const string ProxyTag = "proxy";

    private readonly Lazy<ReferenceCertificates> _certificates = new(() => ReferenceCertificates.Open(folder: null, password: null));
    private readonly ConcurrentBag<ReferenceProviderHost> _hosts = [];
    private readonly ConcurrentBag<ReferenceServers> _servers = [];

    /// <summary>The settings with which a new practice is called.</summary>
    /// <param name="options">The practice.</param>
    /// <param name="data">What a client has to know of it.</param>
    public TargetSettings Serve(PracticeOptions options, out ProviderTestData data)
    {
        var host = ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Tls = _certificates.Value.Provider, Practices = [options] }).GetAwaiter().GetResult();
        _hosts.Add(host);
        data = host.TestData;
        return ReferenceTarget.Settings(new TargetSettings(), data, _certificates.Value.Client);
    }

    /// <summary>The settings with which a new practice is called through a proxy.</summary>
    public TargetSettings ServeBehindProxy(out ProviderTestData data)
    {
        var servers = ReferenceServers.StartAsync(
            new ReferenceProviderOptions(), new ReferenceSetting { Proxy = true }, new ConsumerSettings().Asid, CancellationToken.None).GetAwaiter().GetResult();
        _servers.Add(servers);
        data = servers.Provider.TestData;
        return servers.Settings(new TargetSettings());
    }

    public void Dispose()
    {
        foreach (var servers in _servers)
        {
            servers.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        foreach (var host in _hosts)
        {
            host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        if (_certificates.IsValueCreated)
        {
            _certificates.Value.Dispose();
        }
    }
}
