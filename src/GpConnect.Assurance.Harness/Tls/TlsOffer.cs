using System.Net.Security;

namespace GpConnect.Assurance.Harness.Tls;

/// <summary>What a client offers when it begins a handshake.</summary>
/// <param name="Versions">The newest last.</param>
/// <param name="Suites">In order of preference.</param>
public sealed record TlsOffer(IReadOnlyList<TlsVersion> Versions, IReadOnlyList<TlsCipherSuite> Suites)
{
    public TlsVersion Newest => Versions[^1];
}
