using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using static GpConnect.Assurance.Harness.Tests.Client.Sending;

namespace GpConnect.Assurance.Harness.Tests.Client;

public sealed class ProviderClientTlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TemporaryFolder _files = new();

    public void Dispose()
    {
        _authority.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_certificate_of_the_configured_authority_is_accepted_and_the_facts_of_the_connection_kept()
    {
        var certificate = _authority.Issue("127.0.0.1");
        await using var server = Serve(new SslServerAuthenticationOptions { ServerCertificate = certificate, EnabledSslProtocols = SslProtocols.Tls12 });

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile() });

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Text().Should().Be("ok");
        exchange.RawResponse.Text().Should().StartWith("HTTP/1.1 200 OK\r\n");
        exchange.Request.Raw.Text().Should().StartWith("GET /x HTTP/1.1\r\n");
        exchange.Tls!.Protocol.Should().Be("Tls12");
        exchange.Tls.CipherSuite.Should().StartWith("TLS_ECDHE_");
        exchange.Tls.ServerSubject.Should().Be("CN=127.0.0.1");
        exchange.Tls.ServerThumbprint.Should().Be(certificate.GetCertHashString(HashAlgorithmName.SHA256));
        exchange.Tls.NotAfter.Should().Be(certificate.NotAfter.ToUniversalTime());
        exchange.ToRecord("e", "s").Tls.Should().Be(exchange.Tls);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        await using var server = Serve(_authority.Issue("127.0.0.1"));

        var exchange = await CallAsync(server, new TlsSettings());

        Refused(exchange, server, "its issuer \"CN=Test authority\" leads to no trusted authority (name one in tls.authorityFile)");
        exchange.Request.Raw.Length.Should().Be(0);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_than_the_configured_one_is_refused()
    {
        using var other = new TestAuthority("Other authority");
        await using var server = Serve(other.Issue("127.0.0.1"));

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile() });

        Refused(exchange, server, "its issuer \"CN=Other authority\" leads to no trusted authority (name one in tls.authorityFile)");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        await using var server = Serve(_authority.Issue("provider.example"));

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile() });

        Refused(exchange, server, "it is for provider.example, not for the host called");
    }

    [Fact]
    public async Task An_expired_certificate_is_refused_with_its_date()
    {
        var certificate = _authority.Issue("127.0.0.1", -30, -2);
        await using var server = Serve(certificate);

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile() });

        Refused(exchange, server, $"it expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_certificate_that_is_not_valid_yet_is_refused_with_its_date()
    {
        var certificate = _authority.Issue("127.0.0.1", 2, 30);
        await using var server = Serve(certificate);

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile() });

        Refused(exchange, server, $"it is not valid before {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd}");
    }

    [Fact]
    public async Task Any_certificate_is_accepted_when_the_user_says_so()
    {
        await using var server = Serve(_authority.Issue("provider.example", -30, -2));

        var exchange = await CallAsync(server, new TlsSettings { Insecure = true });

        exchange.Failure.Should().BeNull();
        exchange.Tls!.ServerSubject.Should().Be("CN=provider.example");
    }

    [Fact]
    public async Task A_protocol_version_can_be_offered_alone()
    {
        await using var server = Serve(new SslServerAuthenticationOptions
        {
            ServerCertificate = _authority.Issue("127.0.0.1"),
            EnabledSslProtocols = SslProtocols.Tls12,
        });
        var tls = new TlsSettings { AuthorityFile = AuthorityFile() };

        var accepted = await CallAsync(server, tls with { Protocols = SslProtocols.Tls12 });
        var refused = await CallAsync(server, tls with { Protocols = SslProtocols.Tls13 });

        accepted.Tls!.Protocol.Should().Be("Tls12");
        refused.Failure!.Kind.Should().Be(ExchangeFailureKind.Tls);
        refused.Failure.Message.Should().StartWith($"The TLS handshake with 127.0.0.1:{server.Port} failed: ").And.EndWith(".");
    }

    [SkippableTheory]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384)]
    public async Task A_cipher_suite_can_be_offered_alone(TlsCipherSuite suite)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows takes its cipher suites from the system's policy alone.");
        await using var server = Serve(_authority.Issue("127.0.0.1"));

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile(), Protocols = SslProtocols.Tls12, CipherSuites = [suite] });

        exchange.Tls!.CipherSuite.Should().Be(suite.ToString());
    }

    [Fact]
    public async Task A_server_without_TLS_is_told_as_that()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            await connection.SilenceAsync();
        });

        var exchange = await CallAsync(server, new TlsSettings());

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.Tls, $"127.0.0.1:{server.Port} does not speak TLS; it may serve plain HTTP."));
    }

    [Fact]
    public async Task A_server_with_TLS_called_without_it_is_told_as_that()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]);
        });

        var exchange = await SendAsync(server);

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.ProtocolError, $"127.0.0.1:{server.Port} answers plain HTTP with a TLS alert; use https."));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_asks_for_a_client_certificate_refuses_a_client_without(SslProtocols protocol)
    {
        await using var server = Serve(Mutual(protocol, _ => { }));

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile() });

        exchange.Response.Should().BeNull();
        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.ProtocolError,
            $"127.0.0.1:{server.Port} closed the connection without an answer; it may want a client certificate (tls.clientCertificate)."));
    }

    [Theory]
    [InlineData("client.pfx", null, "pass word")]
    [InlineData("client.p12", null, null)]
    [InlineData("both.pem", null, null)]
    [InlineData("client.pem", "client.key", null)]
    [InlineData("client.pem", "client.key", "pass word")]
    public async Task The_client_presents_its_certificate(string file, string? keyFile, string? password)
    {
        X509Certificate2? presented = null;
        await using var server = Serve(Mutual(SslProtocols.Tls12, certificate => presented = certificate));
        using var client = _authority.Issue("consumer.example");
        WriteClientCertificate(client, file, keyFile, password);

        var exchange = await CallAsync(server, new TlsSettings
        {
            AuthorityFile = AuthorityFile(),
            ClientCertificate = Certificate(file, keyFile, password),
        });

        exchange.Failure.Should().BeNull();
        presented!.Subject.Should().Be("CN=consumer.example");
    }

    [Fact]
    public void A_client_certificate_or_key_that_does_not_exist_is_named()
    {
        _files.Write("client.pem", "");

        Using(Certificate("none.pfx")).Should().Throw<SettingsException>()
            .WithMessage($"The file {PathOf("none.pfx")} (tls.clientCertificate.path) does not exist.");
        Using(Certificate("client.pem", "none.key")).Should().Throw<SettingsException>()
            .WithMessage($"The file {PathOf("none.key")} (tls.clientCertificate.keyPath) does not exist.");
    }

    [Theory]
    [InlineData("wrong", "wrong password (the environment variable GPC_TLS_CLIENT_CERTIFICATE_PASSWORD)")]
    [InlineData(null, "wrong password (none was given)")]
    public void A_wrong_password_is_told_without_the_password(string? password, string reason)
    {
        using var client = _authority.Issue("consumer.example");
        WriteClientCertificate(client, "client.pfx", null, "right");

        Using(Certificate("client.pfx", null, password)).Should().Throw<SettingsException>()
            .WithMessage($"The client certificate {PathOf("client.pfx")} (tls.clientCertificate.path) cannot be used: {reason}, or not a PKCS #12 or PEM file.");
    }

    [Fact]
    public void A_certificate_to_be_refused_that_cannot_be_used_is_told_by_its_role()
    {
        using var client = _authority.Issue("consumer.example");
        WriteClientCertificate(client, "expired.pfx", null, "right");
        var settings = new TlsSettings { RefusedCertificates = new Dictionary<string, ClientCertificateSettings> { ["expired"] = Certificate("expired.pfx", null, "wrong") } };

        new Action(() => new ProviderClientFactory(new TargetSettings { Tls = settings }).Dispose())
            .Should().Throw<SettingsException>().WithMessage($"The client certificate {PathOf("expired.pfx")} (tls.refusedCertificates.expired.path) cannot be used: wrong password *");
    }

    [Fact]
    public void An_expired_client_certificate_is_told_with_its_date()
    {
        using var client = _authority.Issue("consumer.example", -30, -2);
        WriteClientCertificate(client, "client.pfx", null, null);

        Using(Certificate("client.pfx")).Should().Throw<SettingsException>()
            .WithMessage($"The client certificate {PathOf("client.pfx")} (tls.clientCertificate.path) expired on {client.NotAfter.ToUniversalTime():yyyy-MM-dd}; name one that is valid.");
    }

    [Fact]
    public async Task A_key_that_is_not_encrypted_needs_no_password_even_where_there_is_one()
    {
        await using var server = Serve(Mutual(SslProtocols.Tls12, _ => { }));
        using var client = _authority.Issue("consumer.example");
        WriteClientCertificate(client, "client.pem", "client.key", null);

        var exchange = await CallAsync(server, new TlsSettings { AuthorityFile = AuthorityFile(), ClientCertificate = Certificate("client.pem", "client.key", "pass word") });

        exchange.Failure.Should().BeNull();
    }

    [Fact]
    public void A_client_certificate_without_a_key_is_told_as_that()
    {
        using var client = _authority.Issue("consumer.example");
        _files.Write("client.p12", "");
        File.WriteAllBytes(PathOf("client.p12"), new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(client.RawData)).Export(X509ContentType.Pkcs12)!);

        Using(Certificate("client.p12")).Should().Throw<SettingsException>()
            .WithMessage($"The client certificate {PathOf("client.p12")} (tls.clientCertificate.path) comes without a private key; name its file in tls.clientCertificate.keyPath.");
    }

    [Theory]
    [InlineData("", "holds no certificate; give a PEM file.")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "cannot be read: *")]
    public void An_authority_file_without_a_certificate_is_told_as_that(string text, string reason)
    {
        var file = _files.Write("ca.pem", text);

        new Action(() => new ProviderClientFactory(new TargetSettings { Tls = new TlsSettings { AuthorityFile = file } }).Dispose())
            .Should().Throw<SettingsException>().WithMessage($"The authority file {file} (tls.authorityFile) {reason}");
    }

    private static void Refused(Exchange exchange, HostileServer server, string fault)
    {
        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.Tls, $"The certificate of 127.0.0.1:{server.Port} is not accepted: {fault}."));
        exchange.Response.Should().BeNull();
    }

    private static HostileServer Serve(X509Certificate2 certificate) => Serve(new SslServerAuthenticationOptions { ServerCertificate = certificate });

    private static HostileServer Serve(SslServerAuthenticationOptions options) => new(async connection =>
    {
        await connection.StartTlsAsync(options);
        while (await connection.ReadRequestAsync() is not null)
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    });

    private static Task<Exchange> CallAsync(HostileServer server, TlsSettings tls) =>
        SendAsync(Get($"https://127.0.0.1:{server.Port}/x"), new TargetSettings { Tls = tls });

    private static Action Using(ClientCertificateSettings certificate) =>
        () => new ProviderClientFactory(new TargetSettings { Tls = new TlsSettings { ClientCertificate = certificate } }).Dispose();

    private SslServerAuthenticationOptions Mutual(SslProtocols protocol, Action<X509Certificate2> presented) => new()
    {
        ServerCertificate = _authority.Issue("127.0.0.1"),
        EnabledSslProtocols = protocol,
        ClientCertificateRequired = true,
        RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            if (certificate is X509Certificate2 given)
            {
                presented(given);
            }

            return certificate is not null;
        },
    };

    private void WriteClientCertificate(X509Certificate2 certificate, string file, string? keyFile, string? password)
    {
        if (Path.GetExtension(file) is ".pfx" or ".p12")
        {
            File.WriteAllBytes(PathOf(file), certificate.Export(X509ContentType.Pkcs12, password));
            return;
        }

        var key = certificate.GetECDsaPrivateKey()!;
        var pem = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        _files.Write(file, certificate.ExportCertificatePem() + (keyFile is null ? "\n" + pem : ""));
        if (keyFile is not null)
        {
            _files.Write(keyFile, pem);
        }
    }

    private ClientCertificateSettings Certificate(string file, string? keyFile = null, string? password = null) => new(
        PathOf(file),
        keyFile is null ? null : PathOf(keyFile),
        password is null ? null : new Secret(password, "the environment variable GPC_TLS_CLIENT_CERTIFICATE_PASSWORD"));

    private string AuthorityFile() => _files.Write("ca.pem", _authority.Pem);

    private string PathOf(string file) => Path.Combine(_files.Path, file);
}
