using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Steps.Api;
using GpConnect.Assurance.Harness.Tls;
using static GpConnect.Assurance.Harness.Tests.Steps.HandshakeServer;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>The steps about the connection, each with a provider that is right and one that is wrong.</summary>
public sealed class TlsStepTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Connect = "When it connects and asks for the capability statement";
    private const string Own = $"Given a consumer with its own client certificate\n{Connect}\nThen the provider answers";
    private const string None = $"Given a consumer without a client certificate\n{Connect}\nThen the provider refuses the connection";
    private const string SelfSigned = $"Given a consumer with a client certificate that is \"self-signed\"\n{Connect}\nThen the provider refuses the connection";
    private const string Unknown = $"Given a consumer with a client certificate that is \"unknown-authority\"\n{Connect}\nThen the provider refuses the connection";
    private const string Noted = $"Given a consumer with a client certificate that is \"self-signed\"\n{Connect}\nThen it is noted whether the provider refuses the connection";
    private const string Tls12 = $"Given a consumer that connects with TLS 1.2 alone\n{Connect}\nThen the provider answers";

    private const string Offer12 = "When it offers TLS 1.2 alone\nThen the handshake goes on with TLS 1.2";
    private const string Offer13 = "When it offers TLS 1.3 alone\nThen the handshake goes on with TLS 1.3";
    private const string OfferOld = "When it offers TLS 1.0 alone\nThen the handshake is refused";
    private const string OfferSsl2 = "When it offers SSL 2.0 alone\nThen the handshake is refused";
    private const string OfferWeak = "When it offers the cipher suite TLS_RSA_WITH_RC4_128_SHA alone\nThen the handshake is refused";
    private const string OfferEach = "When it offers each of these cipher suites alone:\n| cipher suite |\n| TLS_RSA_WITH_NULL_SHA |\n| TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 |\nThen at least one of them is taken";
    private const string OfferOrder = "When it offers these cipher suites in this order:\n| cipher suite |\n| TLS_DHE_RSA_WITH_AES_256_CBC_SHA |\n| TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 |\nThen the cipher suite taken is one of ECDHE with AES-GCM";
    private const string OfferNoted = "When it offers TLS 1.3 alone\nThen it is noted whether the handshake goes on";
    private const string OfferAsked = "When it offers TLS 1.2 alone\nThen it is noted whether the provider asks for a client certificate";

    private const string ClearText = "When it asks for the capability statement in clear text\nThen nothing is served in clear text";

    private const TlsCipherSuite Good = TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384;

    /// <summary>Lines of steps that have their tests here.</summary>
    internal static IReadOnlyList<string> Texts { get; } =
        [.. new[] { Own, None, SelfSigned, Unknown, Noted, Tls12, Offer12, Offer13, OfferOld, OfferSsl2, OfferWeak, OfferEach, OfferOrder, OfferNoted, OfferAsked, ClearText }
            .SelectMany(steps => steps.Split('\n')).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    [Theory]
    [InlineData(Own)]
    [InlineData(None)]
    [InlineData(SelfSigned)]
    [InlineData(Unknown)]
    [InlineData(Tls12)]
    [InlineData(ClearText)]
    public async Task A_provider_that_lets_in_whom_it_should_passes(string steps)
    {
        await using var provider = new TlsProvider(IsConsumer);
        var result = bench.Run(steps, provider.Settings);
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
    }

    [Theory]
    [InlineData(None)]
    [InlineData(SelfSigned)]
    [InlineData(Unknown)]
    public async Task A_provider_that_lets_anybody_in_fails(string steps)
    {
        await using var provider = new TlsProvider(_ => true);
        var result = bench.Run(steps, provider.Settings);
        result.Verdict.Should().Be(Verdict.Fail, result.Why);
        result.Checks.Should().Contain(check => check.Message!.Contains("must not be served; it was answered with 200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(None)]
    [InlineData(SelfSigned)]
    public async Task A_provider_that_refuses_the_consumer_itself_has_proved_nothing_by_a_refusal(string steps)
    {
        await using var provider = new TlsProvider(_ => false);
        var result = bench.Run(steps, provider.Settings);
        result.Verdict.Should().Be(Verdict.Skip, result.Why);
    }

    [Fact]
    public async Task A_provider_that_lets_nobody_in_fails_where_the_consumer_must_be_answered()
    {
        await using var provider = new TlsProvider(_ => false);
        bench.Run(Own, provider.Settings).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task A_provider_that_answers_the_consumer_with_an_error_fails()
    {
        await using var provider = new TlsProvider(IsConsumer, status: 403);
        bench.Run(Own, provider.Settings).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task A_refusal_in_HTTP_proves_nothing_where_everybody_gets_it()
    {
        await using var provider = new TlsProvider(_ => true, status: 403);
        bench.Run(None, provider.Settings).Verdict.Should().Be(Verdict.Skip);
    }

    [Fact]
    public async Task A_refusal_for_which_HTTP_has_another_status_is_none()
    {
        await using var provider = new TlsProvider(_ => true, status: 500);
        bench.Run(None, provider.Settings).Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task A_provider_without_TLS_1_2_fails()
    {
        await using var provider = new TlsProvider(IsConsumer, protocols: SslProtocols.Tls13);
        bench.Run(Tls12, provider.Settings).Record.Verdict.Should().Be(Verdict.Error, "the handshake does not get as far as the client's certificate");
        bench.Run(Offer12, provider.Settings).Verdict.Should().Be(Verdict.Fail);
        bench.Run(Offer13, provider.Settings).Verdict.Should().Be(Verdict.Pass);
    }

    [Fact]
    public async Task A_provider_whose_own_certificate_is_not_trusted_has_not_refused_anybody()
    {
        await using var provider = new TlsProvider(IsConsumer);
        var settings = provider.Settings;
        var result = bench.Run(None, settings with { Tls = settings.Tls with { AuthorityFile = null } });
        result.Record.Verdict.Should().Be(Verdict.Error, result.Why);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_no_page_speaks_of_is_noted_either_way(bool letsIn)
    {
        await using var provider = new TlsProvider(_ => letsIn);
        bench.Run(Noted, provider.Settings).Verdict.Should().Be(Verdict.Info);
    }

    [Fact]
    public async Task A_certificate_that_is_not_mapped_says_what_to_set()
    {
        await using var provider = new TlsProvider(IsConsumer);
        var result = bench.Run(None.Replace("without a client certificate", "with a client certificate that is \"revoked\""), provider.Settings);
        result.Record.Verdict.Should().Be(Verdict.Skip);
        result.Record.Reason.Should().Contain("tls.refusedCertificates.revoked.path");
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(None)]
    [InlineData(SelfSigned)]
    [InlineData(Tls12)]
    [InlineData(OfferOld)]
    [InlineData(ClearText)]
    public async Task Without_TLS_and_behind_the_proxy_there_is_nothing_to_see(string steps)
    {
        await using var provider = new TlsProvider(IsConsumer);
        var settings = provider.Settings;
        var plain = bench.Run(steps, settings with { Roots = new ServiceRoots { Foundations = "http://127.0.0.1:9/GP0001/STU3/1/gpconnect" } });
        plain.Record.Verdict.Should().Be(Verdict.Skip);
        plain.Record.Reason.Should().Contain("plain HTTP");
        var proxied = bench.Run(steps, settings with { Proxy = new ProxySettings { Spine = "https://127.0.0.1:9" } });
        proxied.Record.Verdict.Should().Be(Verdict.Skip);
        proxied.Record.Reason.Should().Contain("Spine Secure Proxy");
    }

    [Theory]
    [InlineData(Offer12)]
    [InlineData(OfferOld)]
    [InlineData(OfferSsl2)]
    [InlineData(OfferWeak)]
    [InlineData(OfferEach)]
    [InlineData(OfferOrder)]
    public async Task A_server_that_takes_only_what_it_may_passes(string steps)
    {
        await using var server = new HandshakeServer(hello =>
            hello.Version == TlsVersion.Tls12 && hello.Suites.Contains(Good) ? ServerHello(TlsVersion.Tls12, Good, AskingForACertificate) : ProtocolVersionAlert);
        var result = bench.Run(steps, server.Settings);
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
    }

    [Theory]
    [InlineData(OfferOld)]
    [InlineData(OfferSsl2)]
    [InlineData(OfferWeak)]
    [InlineData(OfferOrder)]
    public async Task A_server_that_takes_whatever_comes_first_fails(string steps)
    {
        await using var server = new HandshakeServer(hello => hello.Version == TlsVersion.Ssl20 ? [0x80, 3, 4, 0, 1] : ServerHello(hello.Version, hello.Suites[0]));
        var result = bench.Run(steps, server.Settings);
        result.Verdict.Should().BeOneOf([Verdict.Fail, Verdict.Warn], result.Why);
    }

    [Theory]
    [InlineData(Offer12)]
    [InlineData(OfferEach)]
    [InlineData(OfferOrder)]
    public async Task A_server_that_refuses_whatever_comes_fails_where_it_must_go_on(string steps)
    {
        await using var server = new HandshakeServer(_ => ProtocolVersionAlert);
        var result = bench.Run(steps, server.Settings);
        result.Verdict.Should().BeOneOf([Verdict.Fail, Verdict.Warn], result.Why);
    }

    [Theory]
    [InlineData(OfferOld)]
    [InlineData(OfferWeak)]
    public async Task A_server_that_refuses_whatever_comes_has_proved_nothing(string steps)
    {
        await using var server = new HandshakeServer(_ => ProtocolVersionAlert);
        bench.Run(steps, server.Settings).Verdict.Should().Be(Verdict.Skip);
    }

    [Theory]
    [InlineData(OfferNoted, true, "goes on with TLS 1.3")]
    [InlineData(OfferNoted, false, "refused: alert protocol_version")]
    [InlineData(OfferAsked, true, "asks for a client certificate")]
    [InlineData(OfferAsked, false, "does not ask for a client certificate")]
    public async Task What_a_server_does_of_its_own_choice_is_noted(string steps, bool does, string words)
    {
        await using var server = new HandshakeServer(hello => (steps, does) switch
        {
            (OfferNoted, true) => ServerHello(TlsVersion.Tls13, TlsCipherSuite.TLS_AES_256_GCM_SHA384),
            (OfferAsked, true) => ServerHello(hello.Version, Good, AskingForACertificate),
            (OfferAsked, false) => ServerHello(hello.Version, Good, [14, 0, 0, 0]),
            _ => ProtocolVersionAlert,
        });
        var result = bench.Run(steps, server.Settings);
        result.Verdict.Should().Be(Verdict.Info, result.Why);
        result.Checks.Should().ContainSingle().Which.Message.Should().Contain(words);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "does not speak TLS")]
    [InlineData("\u0016\u0003\u0003\u0000\u0006\u0002\u0000\u0000\u0002\u0003\u0003", "does not speak TLS")]
    public async Task What_is_not_TLS_is_an_error_and_no_refusal(string bytes, string words)
    {
        await using var server = new HandshakeServer(_ => System.Text.Encoding.Latin1.GetBytes(bytes));
        var result = bench.Run(OfferOld, server.Settings);
        result.Record.Verdict.Should().Be(Verdict.Error);
        result.Why.Should().Contain(words);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_an_error_and_no_refusal()
    {
        await using var server = new GpConnect.Assurance.Harness.Tests.Client.HostileServer(connection => connection.SilenceAsync());
        var settings = new TargetSettings
        {
            Roots = new ServiceRoots { Foundations = $"https://127.0.0.1:{server.Port}/GP0001/STU3/1/gpconnect" },
            Limits = new LimitSettings { ConnectTimeout = TimeSpan.FromMilliseconds(200) },
        };
        var result = bench.Run(OfferOld, settings);
        result.Record.Verdict.Should().Be(Verdict.Error);
        result.Why.Should().Contain("did not answer the handshake within 0.2 s");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0015\u0003\u0001\u0000\u0002\u0002\u000A")]
    [InlineData("HTTP/1.1 301 X\r\nLocation: https://provider.example/\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.0 400 X\r\n\r\nThis port wants TLS.")]
    [InlineData("HTTP/1.0 403 X\r\n\r\n{\"resourceType\":\"OperationOutcome\"}")]
    public async Task A_provider_that_drops_or_refuses_clear_text_passes(string answer)
    {
        await using var provider = InClearText(answer);
        var result = bench.Run(ClearText, provider.Settings);
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
    }

    [Theory]
    [InlineData("HTTP/1.0 200 X\r\n\r\n{\"resourceType\":\"CapabilityStatement\"}")]
    [InlineData("HTTP/1.0 200 X\r\n\r\nWelcome")]
    [InlineData("HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n{")]
    [InlineData("HTTP/1.0 404 X\r\n\r\n{\"resourceType\":\"Patient\"}")]
    [InlineData("HTTP/1.0 301 X\r\n\r\n<Patient xmlns=\"http://hl7.org/fhir\"/>")]
    public async Task A_provider_that_serves_clear_text_fails(string answer)
    {
        await using var provider = InClearText(answer);
        var result = bench.Run(ClearText, provider.Settings);
        result.Verdict.Should().Be(Verdict.Fail, result.Why);
        result.Checks.Should().ContainSingle().Which.Message.Should().StartWith("A connection that is not encrypted must be dropped");
    }

    [Fact]
    public async Task A_provider_that_never_answers_clear_text_passes_in_bounded_time()
    {
        await using var provider = new TlsProvider(IsConsumer, inClearText: connection => connection.SilenceAsync());
        var settings = provider.Settings;
        var result = bench.Run(ClearText, settings with { Limits = settings.Limits with { TotalTimeout = TimeSpan.FromSeconds(2) } });
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
    }

    [Fact]
    public async Task Dropped_clear_text_proves_nothing_where_TLS_is_not_served_either()
    {
        await using var provider = new TlsProvider(_ => false);
        bench.Run(ClearText, provider.Settings).Verdict.Should().Be(Verdict.Skip);
    }

    [Fact]
    public async Task Clear_text_that_is_answered_without_end_is_an_error_and_no_refusal()
    {
        await using var provider = InClearText($"HTTP/1.1 400 X\r\nX-Long: {new string('x', 200_000)}");
        var result = bench.Run(ClearText, provider.Settings);
        result.Record.Verdict.Should().Be(Verdict.Error, result.Why);
    }

    [Theory]
    [InlineData("https://provider.example/GP0001/STU3/1/gpconnect", new[] { 443, 80 })]
    [InlineData("https://provider.example:8443/GP0001/STU3/1/gpconnect", new[] { 8443 })]
    public void Clear_text_is_tried_on_the_port_of_HTTP_only_beside_that_of_HTTPS(string root, int[] ports) =>
        ClearTextSteps.PortsOf(new Uri(root)).Should().Equal(ports);

    private static TlsProvider InClearText(string answer) => new(IsConsumer, inClearText: async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync(answer);
    });

    private static bool IsConsumer(X509Certificate2? certificate) => certificate?.Subject == TlsProvider.Consumer;
}
