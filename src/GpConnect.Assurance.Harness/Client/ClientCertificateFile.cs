using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Reads a client certificate, its key and its issuers' certificates.</summary>
internal static class ClientCertificateFile
{
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY";

    /// <param name="settings">Where it is.</param>
    /// <param name="key">The setting that names it, for messages.</param>
    /// <exception cref="SettingsException">A file is missing or is not one, or its password is wrong.</exception>
    public static SslStreamCertificateContext Load(ClientCertificateSettings settings, string key = "tls.clientCertificate")
    {
        foreach (var (path, part) in new[] { (settings.Path, "path"), (settings.KeyPath, "keyPath") })
        {
            if (path is not null && !File.Exists(path))
            {
                throw new SettingsException($"The file {path} ({key}.{part}) does not exist.");
            }
        }

        try
        {
            var certificates = IsPkcs12(settings.Path) ? LoadPkcs12(settings) : LoadPem(settings);
            var own = certificates.FirstOrDefault(certificate => certificate.HasPrivateKey)
                ?? throw new SettingsException($"The client certificate {settings.Path} ({key}.path) comes without a private key; name its file in {key}.keyPath.");
            certificates.Remove(own);
            return SslStreamCertificateContext.Create(own, certificates, offline: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The client certificate {settings.Path} ({key}.path) cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new SettingsException(
                $"The client certificate {settings.Path} ({key}.path) cannot be used: wrong password ({PasswordOrigin(settings)}), or not a PKCS #12 or PEM file.",
                exception);
        }
    }

    private static string PasswordOrigin(ClientCertificateSettings settings) => settings.Password?.Origin ?? "none was given";

    private static bool IsPkcs12(string path) => Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12";

    private static X509Certificate2Collection LoadPkcs12(ClientCertificateSettings settings) =>
        X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.Path, settings.Password?.Reveal());

    private static X509Certificate2Collection LoadPem(ClientCertificateSettings settings)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(settings.Path);
        var own = settings.Password is { } password && File.ReadAllText(settings.KeyPath ?? settings.Path).Contains(EncryptedKey, StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPemFile(settings.Path, password.Reveal(), settings.KeyPath)
            : X509Certificate2.CreateFromPemFile(settings.Path, settings.KeyPath);
        return [WithStoredKey(own), .. all.Where(certificate => certificate.Thumbprint != own.Thumbprint)];
    }

    /// <summary>Windows takes no key for TLS that lives in memory alone.</summary>
    public static X509Certificate2 WithStoredKey(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
    }
}
