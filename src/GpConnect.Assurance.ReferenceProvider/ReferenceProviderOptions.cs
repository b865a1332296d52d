using System.Net;
using GpConnect.Assurance.ReferenceProvider.Tls;

namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>How a reference provider is served.</summary>
public sealed record ReferenceProviderOptions
{
    /// <summary>Loopback unless said otherwise: the records are synthetic, but nothing asks other machines to see them.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>The first is the default practice. At least one.</summary>
    public IReadOnlyList<PracticeOptions> Practices { get; init; } = [new()];

    /// <summary>Certificates for TLS with mutual authentication; null to serve plain HTTP. Belongs to whoever made it.</summary>
    public ProviderTls? Tls { get; init; }

    /// <summary>Decides token expiry and the date that the synthetic records are made for.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
