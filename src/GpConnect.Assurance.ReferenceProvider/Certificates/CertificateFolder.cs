using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>A folder with a local certificate authority and every client and server certificate that is needed to try TLS out.</summary>
public static class CertificateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);

    /// <summary>Where there is no password to be guessed, each reading of a file need not take long.</summary>
    private static readonly PbeParameters Open = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1);

    /// <summary>The files of every folder, in the order they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "README.md",
        Pem(CertificateNames.Authority),
        Pem(CertificateNames.UnknownAuthority),
        Pem(CertificateNames.RevocationList),
        .. CertificateBlueprint.All.SelectMany(one => new[] { Pem(one.Name), Key(one.Name), Pfx(one.Name) }),
    ];

    public static string Pem(string name) => name + ".pem";

    /// <summary>PEM file of the private key.</summary>
    public static string Key(string name) => name + ".key";

    public static string Pfx(string name) => name + ".pfx";

    /// <summary>Makes the certificates. Files that are there are replaced; keys can be read by the owner alone.</summary>
    /// <param name="folder">Made when it does not exist.</param>
    /// <param name="password">Of the .pfx files and of the private keys; null to leave them open.</param>
    /// <param name="now">What the certificates' times are counted from.</param>
    public static void Write(string folder, string? password, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        using var authority = new CertificateAuthority("GP Connect Assurance test authority", now);
        using var unknown = new CertificateAuthority("GP Connect Assurance unknown authority", now);
        var certificates = CertificateBlueprint.All.AsParallel().AsOrdered()
            .Select(one => (one.Name, Certificate: (one.Issuer == CertificateIssuer.UnknownAuthority ? unknown : authority).Issue(one))).ToList();
        foreach (var (name, certificate) in certificates)
        {
            using (certificate)
            {
                WriteCertificate(folder, name, certificate, password);
            }
        }

        Plain(folder, Pem(CertificateNames.Authority), authority.Certificate.ExportCertificatePem() + "\n");
        Plain(folder, Pem(CertificateNames.UnknownAuthority), unknown.Certificate.ExportCertificatePem() + "\n");
        Plain(folder, Pem(CertificateNames.RevocationList), authority.RevocationList() + "\n");
        Plain(folder, "README.md", CertificateFolderReadme.Text(isProtected: password is not null, now));
    }

    private static void WriteCertificate(string folder, string name, X509Certificate2 certificate, string? password)
    {
        Plain(folder, Pem(name), certificate.ExportCertificatePem() + "\n");
        Restricted(folder, Key(name), Encoding.ASCII.GetBytes(KeyPem(certificate, password) + "\n"));
        Restricted(folder, Pfx(name), certificate.ExportPkcs12(password is null ? Open : Encryption, password));
    }

    private static string KeyPem(X509Certificate2 certificate, string? password)
    {
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()!;
        return password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, Encryption);
    }

    private static void Plain(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private static void Restricted(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        // A file that is there keeps its mode when written to, and whoever can read it would read the new key.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, options);
        file.Write(bytes);
    }
}
