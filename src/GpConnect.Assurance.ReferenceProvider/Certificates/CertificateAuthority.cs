using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>Signs certificates for trying things out. Its key lives as long as this object and is written nowhere.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const int StrongBits = 2048;
    private const int WeakBits = 1024;
    private const int DaysValid = 730;

    private readonly DateTimeOffset _now;
    private readonly CertificateRevocationListBuilder _revoked = new();
    private readonly Lock _revoking = new();

    public CertificateAuthority(string name, DateTimeOffset now)
    {
        _now = now;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        Certificate = request.CreateSelfSigned(now.AddDays(-DaysValid), now.AddDays(DaysValid));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The list of what was revoked so far, PEM.</summary>
    public string RevocationList() => PemEncoding.WriteString(
        "X509 CRL",
        _revoked.Build(Certificate, 1, _now.AddDays(DaysValid), HashAlgorithmName.SHA256, thisUpdate: _now.AddDays(-1)));

    /// <summary>A certificate with its key; the caller disposes of it.</summary>
    public X509Certificate2 Issue(CertificateBlueprint blueprint)
    {
        using var key = NewKey(blueprint);
        var request = RequestOf(blueprint, key);
        var (from, to) = (_now.AddDays(blueprint.ValidFrom), _now.AddDays(blueprint.ValidTo));
        if (blueprint.Issuer == CertificateIssuer.Itself)
        {
            return request.CreateSelfSigned(from, to);
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var issued = request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(Certificate.GetECDsaPrivateKey()!), from, to, SerialNumber());
        if (blueprint.IsRevoked)
        {
            lock (_revoking)
            {
                _revoked.AddEntry(issued, _now.AddDays(-1), X509RevocationReason.KeyCompromise);
            }
        }

        return key is RSA rsa ? issued.CopyWithPrivateKey(rsa) : issued.CopyWithPrivateKey((ECDsa)key);
    }

    public void Dispose() => Certificate.Dispose();

    /// <summary>Servers have RSA keys, which is what cipher suites with RSA in their name need; clients a key that is quickly made.</summary>
    private static AsymmetricAlgorithm NewKey(CertificateBlueprint blueprint) => blueprint switch
    {
        { HasWeakKey: true } => RSA.Create(WeakBits),
        { IsServer: true } => RSA.Create(StrongBits),
        _ => ECDsa.Create(ECCurve.NamedCurves.nistP256),
    };

    private static CertificateRequest RequestOf(CertificateBlueprint blueprint, AsymmetricAlgorithm key)
    {
        var subject = new X500DistinguishedName($"CN={blueprint.Host}, OU={blueprint.Name}, O=GP Connect Assurance test");
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        var usage = X509KeyUsageFlags.DigitalSignature | (key is RSA ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.None);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(blueprint.IsServer ? ServerAuthentication : ClientAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(AlternativeNames(blueprint));
        return request;
    }

    private static X509Extension AlternativeNames(CertificateBlueprint blueprint)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(blueprint.Host);
        if (blueprint.Host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }

        return names.Build();
    }

    /// <summary>Positive, as RFC 5280 section 4.1.2.2 wants it.</summary>
    private static byte[] SerialNumber()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }
}
