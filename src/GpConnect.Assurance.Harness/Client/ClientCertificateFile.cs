using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Reads the client's certificate, its key and its issuers' certificates.</summary>
internal static class ClientCertificateFile
{
    public static SslStreamCertificateContext Load(ClientCertificateSettings settings)
    {
        foreach (var (path, key) in new[] { (settings.Path, "path"), (settings.KeyPath, "keyPath") })
        {
            if (path is not null && !File.Exists(path))
            {
                throw new SettingsException($"The file {path} (tls.clientCertificate.{key}) does not exist.");
            }
        }

        try
        {
            var certificates = IsPkcs12(settings.Path) ? LoadPkcs12(settings) : LoadPem(settings);
            var own = certificates.FirstOrDefault(certificate => certificate.HasPrivateKey)
                ?? throw new SettingsException($"The client certificate {settings.Path} (tls.clientCertificate.path) comes without a private key; name its file in tls.clientCertificate.keyPath.");
            certificates.Remove(own);
            return SslStreamCertificateContext.Create(own, certificates, offline: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The client certificate {settings.Path} (tls.clientCertificate.path) cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new SettingsException(
                $"The client certificate {settings.Path} (tls.clientCertificate.path) cannot be used: wrong password ({PasswordOrigin(settings)}), or not a PKCS #12 or PEM file.",
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
        var own = settings.Password is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(settings.Path, password.Reveal(), settings.KeyPath)
            : X509Certificate2.CreateFromPemFile(settings.Path, settings.KeyPath);
        return [WithStoredKey(own), .. all.Where(certificate => certificate.Thumbprint != own.Thumbprint)];
    }

    /// <summary>Windows takes no key for TLS that lives in memory alone.</summary>
    private static X509Certificate2 WithStoredKey(X509Certificate2 certificate)
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
