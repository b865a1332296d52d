using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.ReferenceProvider.Certificates;

namespace GpConnect.Assurance.ReferenceProvider.Tls;

/// <summary>What a server needs for mutual authentication: its own certificate, whom it trusts, and what they revoked.</summary>
public sealed class ProviderTls : IDisposable
{
    private ProviderTls(X509Certificate2 server, X509Certificate2 proxy, X509Certificate2 authority, CertificateRevocationList revoked)
    {
        Server = server;
        Proxy = proxy;
        Authority = authority;
        Revoked = revoked;
    }

    /// <summary>The server's certificate, with its key.</summary>
    internal X509Certificate2 Server { get; }

    /// <summary>What a proxy in front of the server presents to it, with its key.</summary>
    internal X509Certificate2 Proxy { get; }

    /// <summary>The one authority whose clients are served.</summary>
    internal X509Certificate2 Authority { get; }

    internal CertificateRevocationList Revoked { get; }

    /// <summary>Reads <c>server.pfx</c>, <c>client.pfx</c>, <c>ca.pem</c> and <c>ca-crl.pem</c> of a folder.</summary>
    /// <param name="folder">As <see cref="CertificateFolder"/> writes it.</param>
    /// <param name="password">Of the .pfx files; null for none.</param>
    /// <exception cref="CertificateFileException">One of them is missing, or cannot be used.</exception>
    public static ProviderTls Open(string folder, string? password)
    {
        var server = ReadWithKey(folder, CertificateNames.Server, password);
        var proxy = ReadWithKey(folder, CertificateNames.Client, password);
        var authority = Read(folder, CertificateFolder.Pem(CertificateNames.Authority), X509CertificateLoader.LoadCertificateFromFile, "not a certificate");
        var revoked = Read(folder, CertificateFolder.Pem(CertificateNames.RevocationList), path => CertificateRevocationList.Read(File.ReadAllText(path)), "not a certificate revocation list in PEM");
        return revoked.IsSignedBy(authority)
            ? new ProviderTls(server, proxy, authority, revoked)
            : throw new CertificateFileException($"{Path.Combine(folder, CertificateFolder.Pem(CertificateNames.RevocationList))} is not signed by the authority beside it.");
    }

    public void Dispose()
    {
        Server.Dispose();
        Proxy.Dispose();
        Authority.Dispose();
    }

    private static X509Certificate2 ReadWithKey(string folder, string name, string? password)
    {
        var certificate = Read(folder, CertificateFolder.Pfx(name), path => X509CertificateLoader.LoadPkcs12FromFile(path, password), "wrong password, or not a PKCS #12 file");
        return certificate.HasPrivateKey
            ? certificate
            : throw new CertificateFileException($"{Path.Combine(folder, CertificateFolder.Pfx(name))} comes without a private key.");
    }

    private static T Read<T>(string folder, string name, Func<string, T> read, string otherwise)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return File.Exists(path)
                ? read(path)
                : throw new CertificateFileException($"{path} does not exist; 'gpc-assure certs --output {folder}' makes it.");
        }
        catch (CryptographicException e)
        {
            throw new CertificateFileException($"{path} cannot be used: {otherwise}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CertificateFileException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
