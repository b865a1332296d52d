using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of the connection, which show over TLS alone.</summary>
internal static class TlsDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        Tls("GPD-API-301", "TLS 1.2 is not spoken", "GPC-API-130", Rule.Tls12IsSpoken) with { AlsoBreaks = ["GPC-API-002", "GPC-API-133"] },
        Tls("GPD-API-302", "TLS 1.0 is accepted", "GPC-API-131", Rule.Tls10IsRefused),
        Tls("GPD-API-303", "TLS 1.1 is accepted", "GPC-API-131", Rule.Tls11IsRefused),
        Tls("GPD-API-304", "Cipher suites without forward secrecy are accepted", "GPC-API-133", Rule.SuitesWithoutForwardSecrecyAreRefused),
        Tls("GPD-API-305", "Cipher suites of 128 bits without GCM are accepted", "GPC-API-133", Rule.SuitesOf128BitsWithoutGcmAreRefused),
        Tls("GPD-API-306", "Cipher suites without encryption are accepted", "GPC-API-133", Rule.SuitesWithoutEncryptionAreRefused),
        Tls("GPD-API-307", "Cipher suites without GCM are preferred", "GPC-API-134", Rule.GcmIsPreferred),
        Tls("GPD-API-308", "A client without a certificate is served", "GPC-API-135", Rule.ClientCertificateIsRequired) with { AlsoBreaks = ["GPC-API-144"] },
        Tls(
            "GPD-API-309",
            "Any client certificate will do",
            "GPC-API-136",
            Rule.ClientCertificateIsOfTheAuthority,
            Rule.SelfSignedClientCertificatesAreRefused,
            Rule.ExpiredClientCertificatesAreRefused,
            Rule.ClientCertificatesNotYetValidAreRefused,
            Rule.RevokedClientCertificatesAreRefused,
            Rule.ClientCertificateNamesTheProxy) with { AlsoBreaks = ["GPC-API-129", "GPC-API-137", "GPC-API-138", "GPC-API-139"] },
        Tls("GPD-API-310", "A client certificate of an unknown authority will do", "GPC-API-136", Rule.ClientCertificateIsOfTheAuthority),
        Tls("GPD-API-311", "A client certificate signed by itself will do", "GPC-API-136", Rule.SelfSignedClientCertificatesAreRefused),
        Tls("GPD-API-312", "An expired client certificate will do", "GPC-API-137", Rule.ExpiredClientCertificatesAreRefused),
        Tls("GPD-API-313", "A client certificate that is not valid yet will do", "GPC-API-136", Rule.ClientCertificatesNotYetValidAreRefused),
        Tls("GPD-API-314", "A revoked client certificate will do", "GPC-API-138", Rule.RevokedClientCertificatesAreRefused),
        Tls("GPD-API-315", "A client certificate for any host will do", "GPC-API-139", Rule.ClientCertificateNamesTheProxy) with { AlsoBreaks = ["GPC-API-129"] },
        Tls("GPD-API-316", "HTTPS is not made to stay", "GPC-API-003", Rule.HttpsIsMadeToStay),
        Tls("GPD-API-317", "Clear text is answered on the port of TLS", "GPC-API-132", Rule.ClearTextIsDropped),
    ];

    private static Defect Tls(string id, string title, string requirement, params Rule[] neglects) =>
        new(id, title, requirement) { IsOfTls = true, Neglects = neglects };
}
