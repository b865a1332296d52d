using System.Collections.Frozen;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Tls;

/// <summary>How a server makes its TLS connections (GPC-API-130 to GPC-API-139): TLS 1.2 and 1.3, the named cipher suites, mutual authentication.</summary>
internal sealed class TlsServer(ProviderTls tls, FrozenSet<Rule> neglected, TimeProvider clock)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly ClientCertificateCheck _client = new(tls, neglected, clock);
    private readonly SslStreamCertificateContext _server = SslStreamCertificateContext.Create(tls.Server, additionalCertificates: null, offline: true);

    /// <summary>True for a defect (GPC-API-132).</summary>
    public bool AnswersClearText => neglected.Contains(Rule.ClearTextIsDropped);

    public SslServerAuthenticationOptions Options()
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = _server,
            ClientCertificateRequired = true,
            EnabledSslProtocols = Protocols(),
            // A resumed session is not asked for a certificate again, which may be revoked by then.
            AllowTlsResume = false,
            CertificateChainPolicy = ChainPolicy(),
            RemoteCertificateValidationCallback = (_, certificate, chain, _) => _client.Accepts(certificate as X509Certificate2, chain),
        };
        if (!OperatingSystem.IsWindows())
        {
            options.CipherSuitesPolicy = new CipherSuitesPolicy(CipherSuites.Taken(neglected));
        }

        return IsWeakened ? WithoutSecurity(options) : options;
    }

    private bool IsWeakened =>
        neglected.Contains(Rule.Tls10IsRefused) || neglected.Contains(Rule.Tls11IsRefused) || CipherSuites.NeedNoSecurity(neglected);

    /// <summary>OpenSSL has old protocols and suites only below the least of its security levels, which this alone sets.</summary>
    private static SslServerAuthenticationOptions WithoutSecurity(SslServerAuthenticationOptions options)
    {
#pragma warning disable SYSLIB0040 // A defect that a practice is given on purpose.
        options.EncryptionPolicy = EncryptionPolicy.AllowNoEncryption;
#pragma warning restore SYSLIB0040
        return options;
    }

    private SslProtocols Protocols()
    {
        var protocols = SslProtocols.Tls13 | (neglected.Contains(Rule.Tls12IsSpoken) ? SslProtocols.None : SslProtocols.Tls12);
#pragma warning disable SYSLIB0039, CA5397 // A defect that a practice is given on purpose.
        protocols |= neglected.Contains(Rule.Tls10IsRefused) ? SslProtocols.Tls : SslProtocols.None;
        protocols |= neglected.Contains(Rule.Tls11IsRefused) ? SslProtocols.Tls11 : SslProtocols.None;
#pragma warning restore SYSLIB0039, CA5397
        return protocols;
    }

    private X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.Add(tls.Authority);
        policy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        return policy;
    }
}
