using System.Collections.ObjectModel;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>How TLS connections to the provider are made and checked.</summary>
public sealed record TlsSettings
{
    /// <summary>Null when no certificate is presented.</summary>
    public ClientCertificateSettings? ClientCertificate { get; init; }

    /// <summary>Client certificates that the provider must not accept, by what is wrong with them.</summary>
    public IReadOnlyDictionary<string, ClientCertificateSettings> RefusedCertificates { get; init; } = ReadOnlyDictionary<string, ClientCertificateSettings>.Empty;

    /// <summary>PEM file of the authorities that the provider's certificate must come from; null for those of the system.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>True to accept any certificate of the provider.</summary>
    public bool Insecure { get; init; }

    /// <summary>True to ask the authority's revocation list or OCSP service about the provider's certificate.</summary>
    public bool CheckRevocation { get; init; }

    /// <summary>Protocol versions offered; <see cref="SslProtocols.None"/> for the system's choice.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Cipher suites offered; null for the system's choice.</summary>
    public IReadOnlyList<TlsCipherSuite>? CipherSuites { get; init; }

    /// <summary>A certificate made for the occasion, in place of <see cref="ClientCertificate"/>; null for none.</summary>
    internal X509Certificate2? MadeUpCertificate { get; init; }

    /// <summary>True to present a certificate whatever is wrong with it, even one that this machine's TLS library would rather keep to itself, on connections that resume nothing.</summary>
    public bool PresentsAnything { get; init; }
}
