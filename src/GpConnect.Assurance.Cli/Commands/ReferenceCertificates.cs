using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider.Certificates;
using GpConnect.Assurance.ReferenceProvider.Tls;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The certificates of a reference provider served over TLS, and of whoever calls it.</summary>
internal sealed class ReferenceCertificates : IDisposable
{
    private readonly string? _temporary;

    private ReferenceCertificates(string folder, string? password, string? temporary)
    {
        _temporary = temporary;
        Provider = ProviderTls.Open(folder, password);
        Client = ClientOf(folder, password is null ? null : new Secret(password, $"the environment variable {CertificatesPassword.Variable}"));
    }

    public ProviderTls Provider { get; }

    public TlsSettings Client { get; }

    /// <param name="folder">As <c>certs</c> writes it; null for new certificates that are gone with this object.</param>
    /// <param name="password">Of the keys in <paramref name="folder"/>.</param>
    public static ReferenceCertificates Open(string? folder, string? password)
    {
        if (folder is not null)
        {
            return new ReferenceCertificates(Path.GetFullPath(folder), password, temporary: null);
        }

        // Readable by the owner alone, as .NET makes it.
        var temporary = Directory.CreateTempSubdirectory("gpc-assure-certs-").FullName;
        CertificateFolder.Write(temporary, password: null, DateTimeOffset.UtcNow);
        return new ReferenceCertificates(temporary, password: null, temporary);
    }

    public void Dispose()
    {
        Provider.Dispose();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static TlsSettings ClientOf(string folder, Secret? password)
    {
        return new TlsSettings
        {
            AuthorityFile = Path.Combine(folder, CertificateFolder.Pem(CertificateNames.Authority)),
            ClientCertificate = Certificate(CertificateNames.Client),
            RefusedCertificates = CertificateNames.Faults.ToDictionary(fault => fault, fault => Certificate(CertificateNames.Faulty(CertificateNames.Client, fault))),
        };

        ClientCertificateSettings Certificate(string name) => new(Path.Combine(folder, CertificateFolder.Pfx(name)), Password: password);
    }
}
