using System.Net.Security;
using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Tls;

/// <summary>What a server made of an offer.</summary>
/// <param name="Version">Version and suite that it took; null when it took none.</param>
/// <param name="Suite">As <paramref name="Version"/>; null for SSL 2.0 too.</param>
/// <param name="AsksForCertificate">It asked for a client certificate, which TLS 1.3 hides.</param>
/// <param name="Words">What came, in a few words for a report.</param>
/// <param name="Failure">Why nothing can be said of the offer: no connection, no reply in time, or one that is not TLS.</param>
public sealed record TlsReply(TlsVersion? Version, TlsCipherSuite? Suite, bool AsksForCertificate, string Words, ExchangeFailure? Failure = null)
{
    public bool IsAccepted => Version is not null;

    /// <summary>The server said no, or closed the connection.</summary>
    public bool IsRefused => Version is null && Failure is null;
}
