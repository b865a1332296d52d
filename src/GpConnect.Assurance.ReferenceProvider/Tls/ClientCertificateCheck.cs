using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Certificates;

namespace GpConnect.Assurance.ReferenceProvider.Tls;

/// <summary>Decides whether whoever opens a connection is the Spine Secure Proxy (GPC-API-135 to GPC-API-139). Nobody is asked: the revocation list is a file.</summary>
internal sealed class ClientCertificateCheck(ProviderTls tls, FrozenSet<Rule> neglected, TimeProvider clock)
{
    private const int LeastRsaBits = 2048;

    /// <param name="certificate">Null when the client presents none.</param>
    /// <param name="chain">As far as it could be built to the authority.</param>
    public bool Accepts(X509Certificate2? certificate, X509Chain? chain)
    {
        if (certificate is null || chain is null)
        {
            return !Keeps(Rule.ClientCertificateIsRequired);
        }

        return ChainHolds(certificate, chain) && !IsRevoked(certificate) && HasTheRightName(certificate) && HasAStrongKey(certificate);
    }

    private bool Keeps(Rule rule) => !neglected.Contains(rule);

    private bool ChainHolds(X509Certificate2 certificate, X509Chain chain)
    {
        var isSelfSigned = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        foreach (var status in chain.ChainStatus)
        {
            var rule = status.Status switch
            {
                X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain when isSelfSigned => Rule.SelfSignedClientCertificatesAreRefused,
                X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => Rule.ClientCertificateIsOfTheAuthority,
                X509ChainStatusFlags.NotTimeValid when clock.GetUtcNow() > certificate.NotAfter => Rule.ExpiredClientCertificatesAreRefused,
                X509ChainStatusFlags.NotTimeValid => Rule.ClientCertificatesNotYetValidAreRefused,
                _ => (Rule?)null,
            };
            if (rule is not { } known || Keeps(known))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A list that is out of date tells nothing, so that everybody on it or not is refused.</summary>
    private bool IsRevoked(X509Certificate2 certificate) =>
        Keeps(Rule.RevokedClientCertificatesAreRefused) && (tls.Revoked.IsOutOfDate(clock.GetUtcNow()) || tls.Revoked.Revokes(certificate));

    private bool HasTheRightName(X509Certificate2 certificate) =>
        !Keeps(Rule.ClientCertificateNamesTheProxy) || certificate.MatchesHostname(CertificateNames.ProxyHost, allowWildcards: false);

    private static bool HasAStrongKey(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return rsa is null || rsa.KeySize >= LeastRsaBits;
    }
}
