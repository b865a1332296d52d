using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Tests.Client;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A provider behind TLS that lets in whom the test tells it to.</summary>
internal sealed class TlsProvider : IAsyncDisposable
{
    /// <summary>Subject of the consumer's own certificate.</summary>
    public const string Consumer = "CN=consumer.example";

    private readonly TestAuthority _authority = new();
    private readonly TemporaryFolder _files = new();
    private readonly HostileServer _server;

    /// <param name="letsIn">Given the client's certificate, or null for none, whether the handshake goes on.</param>
    /// <param name="status">Of each response.</param>
    /// <param name="protocols">Spoken.</param>
    /// <param name="inClearText">Does to a connection without TLS what the test tells it to; null to take it for a handshake.</param>
    public TlsProvider(Func<X509Certificate2?, bool> letsIn, int status = 200, SslProtocols protocols = SslProtocols.Tls12, Func<ServerConnection, Task>? inClearText = null)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificate = _authority.Issue("127.0.0.1"),
            EnabledSslProtocols = protocols,
            ClientCertificateRequired = true,
            AllowTlsResume = false,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => letsIn(certificate as X509Certificate2),
        };
        const string Body = """{"resourceType":"CapabilityStatement"}""";
        _server = new HostileServer(async connection =>
        {
            if (inClearText is not null && !await connection.BeginsWithTlsAsync())
            {
                await inClearText(connection);
                return;
            }

            await connection.StartTlsAsync(options);
            while (await connection.ReadRequestAsync() is not null)
            {
                var body = status == 200 ? Body : "";
                await connection.WriteAsync($"HTTP/1.1 {status} X\r\nContent-Type: application/fhir+json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            }
        });
    }

    public TargetSettings Settings
    {
        get
        {
            using var own = _authority.Issue(Consumer[3..]);
            File.WriteAllBytes(_files["client.pfx"], own.Export(X509ContentType.Pkcs12, "pass"));
            return new TargetSettings
            {
                Roots = new ServiceRoots { Foundations = $"https://127.0.0.1:{_server.Port}/GP0001/STU3/1/gpconnect" },
                Tls = new TlsSettings
                {
                    AuthorityFile = _files.Write("ca.pem", _authority.Pem),
                    ClientCertificate = new ClientCertificateSettings(_files["client.pfx"], Password: new Secret("pass", "a test")),
                },
            };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _authority.Dispose();
        _files.Dispose();
    }
}
