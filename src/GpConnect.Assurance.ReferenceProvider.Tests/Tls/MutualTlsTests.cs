using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GpConnect.Assurance.ReferenceProvider.Certificates;
using GpConnect.Assurance.ReferenceProvider.Defects;
using GpConnect.Assurance.ReferenceProvider.Tls;

namespace GpConnect.Assurance.ReferenceProvider.Tests.Tls;

/// <summary>Real handshakes with the reference provider.</summary>
public sealed class MutualTlsTests(MutualTlsTests.Certificates certificates) : IClassFixture<MutualTlsTests.Certificates>
{
    private const string NoCertificate = "";

    public static TheoryData<string, string?> Refused => new()
    {
        { NoCertificate, "GPD-API-308" },
        { "client-unknown-authority", "GPD-API-310" },
        { "client-self-signed", "GPD-API-311" },
        { "client-expired", "GPD-API-312" },
        { "client-not-yet-valid", "GPD-API-313" },
        { "client-revoked", "GPD-API-314" },
        { "client-wrong-name", "GPD-API-315" },
        { "client-weak-key", null },
        { "server", null },
    };

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task The_proxy_is_served_and_told_to_stay_with_HTTPS(SslProtocols protocol)
    {
        await using var provider = await Start();
        provider.BaseUrl.Scheme.Should().Be("https");
        var answer = await Ask(provider, "client", protocol);
        answer.Should().StartWith("HTTP/1.1 400 ", "the request has no headers").And.Contain("Strict-Transport-Security: max-age=");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Anybody_else_gets_no_answer_but_for_the_defect(string client, string? defect)
    {
        await using var provider = await Start();
        (await Ask(provider, client, SslProtocols.Tls12)).Should().BeNull();
        (await Ask(provider, client, SslProtocols.Tls13)).Should().BeNull();
        if (defect is not null)
        {
            await using var defective = await Start(defect);
            (await Ask(defective, client)).Should().StartWith("HTTP/1.1 400 ");
            await using var lax = await Start("GPD-API-309", "GPD-API-308");
            (await Ask(lax, client)).Should().StartWith("HTTP/1.1 400 ");
        }
    }

    [SkippableTheory]
    [InlineData(TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA, "GPD-API-304")]
    [InlineData(TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, "GPD-API-305")]
    [InlineData(TlsCipherSuite.TLS_RSA_WITH_NULL_SHA, "GPD-API-306")]
    public async Task A_weak_cipher_suite_is_taken_by_the_defect_alone(TlsCipherSuite suite, string defect)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows takes its cipher suites from the system's policy alone.");
        await using var provider = await Start();
        (await Ask(provider, "client", SslProtocols.Tls12, suite)).Should().BeNull();
        await using var defective = await Start(defect);
        (await Ask(defective, "client", SslProtocols.Tls12, suite)).Should().StartWith("HTTP/1.1 400 ");
    }

    [SkippableTheory]
#pragma warning disable SYSLIB0039, CA5397 // Offered to be refused.
    [InlineData(SslProtocols.Tls, "GPD-API-302")]
    [InlineData(SslProtocols.Tls11, "GPD-API-303")]
#pragma warning restore SYSLIB0039, CA5397
    public async Task An_old_protocol_is_spoken_by_the_defect_alone(SslProtocols protocol, string defect)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows takes its protocols from the system's policy.");
        await using var provider = await Start();
        (await Ask(provider, "client", protocol)).Should().BeNull();
        await using var defective = await Start(defect);
        (await Ask(defective, "client", protocol)).Should().StartWith("HTTP/1.1 400 ");
    }

    [Fact]
    public async Task TLS_1_2_may_be_missing_by_a_defect()
    {
        await using var defective = await Start("GPD-API-301");
        (await Ask(defective, "client", SslProtocols.Tls12)).Should().BeNull();
        (await Ask(defective, "client", SslProtocols.Tls13)).Should().NotBeNull();
    }

    [Fact]
    public async Task HTTPS_may_not_be_made_to_stay_by_a_defect()
    {
        await using var defective = await Start("GPD-API-316");
        (await Ask(defective, "client")).Should().NotContain("Strict-Transport-Security");
    }

    [Fact]
    public async Task Clear_text_is_answered_on_the_port_of_TLS_by_the_defect_alone()
    {
        await using var provider = await Start();
        (await AskInClearText(provider)).Should().NotContain("HTTP/");
        await using var defective = await Start("GPD-API-317");
        (await AskInClearText(defective)).Should().StartWith("HTTP/1.1 400 ");
        (await Ask(defective, "client")).Should().StartWith("HTTP/1.1 400 ");
        (await Ask(defective, NoCertificate)).Should().BeNull();
    }

    [Theory]
    [InlineData("server.pfx")]
    [InlineData("ca.pem")]
    [InlineData("ca-crl.pem")]
    public void A_file_that_is_missing_or_not_what_it_should_be_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        CertificateFolder.Write(folder.Path, "right", DateTimeOffset.UtcNow);
        File.WriteAllText(folder[name], "nonsense");
        FluentActions.Invoking(() => ProviderTls.Open(folder.Path, "right")).Should().Throw<CertificateFileException>().WithMessage($"{folder[name]} cannot be used: *");
        File.Delete(folder[name]);
        FluentActions.Invoking(() => ProviderTls.Open(folder.Path, "right")).Should().Throw<CertificateFileException>().WithMessage($"{folder[name]} does not exist; 'gpc-assure certs --output {folder.Path}' makes it.");
    }

    [Fact]
    public void A_wrong_password_and_another_authority_s_list_are_told_as_that()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        CertificateFolder.Write(folder.Path, "right", DateTimeOffset.UtcNow);
        CertificateFolder.Write(other.Path, "right", DateTimeOffset.UtcNow);
        FluentActions.Invoking(() => ProviderTls.Open(folder.Path, "wrong")).Should().Throw<CertificateFileException>()
            .WithMessage("*server.pfx cannot be used: wrong password, or not a PKCS #12 file.").Which.Message.Should().NotContain("\"wrong\"");
        File.Copy(other["ca-crl.pem"], folder["ca-crl.pem"], overwrite: true);
        FluentActions.Invoking(() => ProviderTls.Open(folder.Path, "right")).Should().Throw<CertificateFileException>().WithMessage("*is not signed by the authority beside it.");
    }

    private Task<ReferenceProviderHost> Start(params string[] defects) => ReferenceProviderHost.StartAsync(new ReferenceProviderOptions
    {
        Tls = certificates.Tls,
        Practices = [new PracticeOptions { Defects = [.. defects.Select(DefectCatalogue.Find)] }],
    });

    /// <summary>What comes of a request without TLS; empty when the connection is closed.</summary>
    private static async Task<string> AskInClearText(ReferenceProviderHost provider)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", provider.BaseUrl.Port);
        try
        {
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {provider.BaseUrl.AbsolutePath}/metadata HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
            using var reader = new StreamReader(connection.GetStream(), Encoding.Latin1);
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>A request without any header of the Spine; null when the server does not answer it.</summary>
    private async Task<string?> Ask(ReferenceProviderHost provider, string client, SslProtocols protocol = SslProtocols.None, TlsCipherSuite? suite = null)
    {
        using var certificate = client.Length == 0 ? null : X509CertificateLoader.LoadPkcs12FromFile(certificates.Folder[$"{client}.pfx"], null);
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", provider.BaseUrl.Port);
        await using var tls = new SslStream(connection.GetStream());
        try
        {
            await tls.AuthenticateAsClientAsync(Options(certificate, protocol, suite));
            await tls.WriteAsync(Encoding.ASCII.GetBytes($"GET {provider.BaseUrl.AbsolutePath}/metadata HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            using var reader = new StreamReader(tls);
            return await reader.ReadToEndAsync() is { Length: > 0 } answer ? answer : null;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            return null;
        }
    }

    private static SslClientAuthenticationOptions Options(X509Certificate2? certificate, SslProtocols protocol, TlsCipherSuite? suite)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "127.0.0.1",
            EnabledSslProtocols = protocol,
            ClientCertificates = certificate is null ? null : [certificate],
            LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
            RemoteCertificateValidationCallback = (_, server, _, _) => server?.Subject.StartsWith("CN=localhost", StringComparison.Ordinal) == true,
            AllowTlsResume = false,
#pragma warning disable SYSLIB0040 // What is weak is offered here to be refused by the other side.
            EncryptionPolicy = EncryptionPolicy.AllowNoEncryption,
#pragma warning restore SYSLIB0040
        };
        if (suite is { } only && !OperatingSystem.IsWindows())
        {
            options.CipherSuitesPolicy = new CipherSuitesPolicy([only]);
        }

        return options;
    }

    public sealed class Certificates : IDisposable
    {
        public Certificates()
        {
            CertificateFolder.Write(Folder.Path, password: null, DateTimeOffset.UtcNow);
            Tls = ProviderTls.Open(Folder.Path, password: null);
        }

        public ProviderTls Tls { get; }

        internal TemporaryFolder Folder { get; } = new();

        public void Dispose()
        {
            Tls.Dispose();
            Folder.Dispose();
        }
    }
}
