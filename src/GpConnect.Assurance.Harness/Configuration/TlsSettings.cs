using System.Net.Security;
using System.Security.Authentication;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>How TLS connections to the provider are made and checked.</summary>
public sealed record TlsSettings
{
    /// <summary>Null when no certificate is presented.</summary>
    public ClientCertificateSettings? ClientCertificate { get; init; }

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
}
