using System.Collections.Frozen;
using System.Net.Security;
using GpConnect.Assurance.ReferenceProvider.Api;
using static System.Net.Security.TlsCipherSuite;

namespace GpConnect.Assurance.ReferenceProvider.Tls;

/// <summary>The suites that the provider takes, the preferred ones first (development_api_security_guidance, supported ciphers).</summary>
internal static class CipherSuites
{
    private static readonly TlsCipherSuite[] Tls13 = [TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256, TLS_AES_128_GCM_SHA256];

    private static readonly TlsCipherSuite[] Gcm =
    [
        TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ];

    private static readonly TlsCipherSuite[] Aes256 =
    [
        TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
        TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
    ];

    private static readonly (Rule Rule, TlsCipherSuite[] Suites)[] Weak =
    [
        (Rule.SuitesWithoutForwardSecrecyAreRefused, [TLS_RSA_WITH_AES_256_GCM_SHA384, TLS_RSA_WITH_AES_256_CBC_SHA, TLS_RSA_WITH_AES_128_CBC_SHA]),
        (Rule.SuitesOf128BitsWithoutGcmAreRefused, [TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA]),
        (Rule.SuitesWithoutEncryptionAreRefused, [TLS_ECDHE_RSA_WITH_NULL_SHA, TLS_RSA_WITH_NULL_SHA]),
    ];

    /// <summary>True where suites are taken that OpenSSL lets nobody have unasked.</summary>
    public static bool NeedNoSecurity(FrozenSet<Rule> neglected) => neglected.Contains(Rule.SuitesWithoutEncryptionAreRefused);

    public static IEnumerable<TlsCipherSuite> Taken(FrozenSet<Rule> neglected) =>
    [
        .. Tls13,
        .. neglected.Contains(Rule.GcmIsPreferred) ? Aes256.Concat(Gcm) : Gcm.Concat(Aes256),
        .. Weak.Where(weak => neglected.Contains(weak.Rule)).SelectMany(weak => weak.Suites),
    ];
}
