namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>Names of the files in a folder of certificates, without their endings, and the names that the certificates hold.</summary>
public static class CertificateNames
{
    /// <summary>Host name of the Spine Secure Proxy, which the client certificate of every call must hold.</summary>
    public const string ProxyHost = "spine-secure-proxy.example";

    public const string Authority = "ca";

    public const string UnknownAuthority = "unknown-ca";

    public const string RevocationList = "ca-crl";

    public const string Server = "server";

    public const string Client = "client";

    public const string Expired = "expired";

    public const string NotYetValid = "not-yet-valid";

    public const string OfUnknownAuthority = "unknown-authority";

    public const string SelfSigned = "self-signed";

    public const string WrongName = "wrong-name";

    public const string Revoked = "revoked";

    public const string WeakKey = "weak-key";

    /// <summary>What can be wrong with a client certificate.</summary>
    public static IReadOnlyList<string> Faults { get; } = [Expired, NotYetValid, OfUnknownAuthority, SelfSigned, WrongName, Revoked, WeakKey];

    /// <summary><c>client-expired</c>.</summary>
    public static string Faulty(string name, string fault) => $"{name}-{fault}";
}
