namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>A certificate to be made.</summary>
/// <param name="Name">Its files' name, without ending.</param>
/// <param name="Host">Host name in its subject and, for a server, among its alternative names.</param>
/// <param name="IsServer">True for a server's, false for a client's.</param>
/// <param name="Says">What it is good for, as a line of the folder's README.</param>
internal sealed record CertificateBlueprint(string Name, string Host, bool IsServer, string Says)
{
    /// <summary>Days from now, negative for the past.</summary>
    public int ValidFrom { get; init; } = -1;

    public int ValidTo { get; init; } = 365;

    public CertificateIssuer Issuer { get; init; } = CertificateIssuer.Authority;

    public bool IsRevoked { get; init; }

    /// <summary>RSA with 1,024 bits.</summary>
    public bool HasWeakKey { get; init; }

    /// <summary>Every certificate of a folder.</summary>
    public static IReadOnlyList<CertificateBlueprint> All { get; } =
    [
        .. Kinds(CertificateNames.Server, "localhost", isServer: true, "the provider's"),
        .. Kinds(CertificateNames.Client, CertificateNames.ProxyHost, isServer: false, "the proxy's, or of whoever calls in its place"),
    ];

    private static IEnumerable<CertificateBlueprint> Kinds(string name, string host, bool isServer, string whose)
    {
        yield return new(name, host, isServer, $"valid: {whose}");
        yield return Faulty(CertificateNames.Expired, "expired yesterday") with { ValidFrom = -60, ValidTo = -1 };
        yield return Faulty(CertificateNames.NotYetValid, "not valid before a month from now") with { ValidFrom = 30 };
        yield return Faulty(CertificateNames.OfUnknownAuthority, $"signed by `{CertificateNames.UnknownAuthority}`") with { Issuer = CertificateIssuer.UnknownAuthority };
        yield return Faulty(CertificateNames.SelfSigned, "signed by itself") with { Issuer = CertificateIssuer.Itself };
        yield return Faulty(CertificateNames.WrongName, "for another host") with { Host = $"another-{name}.example" };
        yield return Faulty(CertificateNames.Revoked, $"revoked in `{CertificateNames.RevocationList}.pem`") with { IsRevoked = true };
        yield return Faulty(CertificateNames.WeakKey, "with an RSA key of 1,024 bits") with { HasWeakKey = true };

        CertificateBlueprint Faulty(string fault, string says) => new(CertificateNames.Faulty(name, fault), host, isServer, says);
    }
}
