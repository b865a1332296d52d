using System.Net.Security;
using System.Security.Authentication;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Tls;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Api;

/// <summary>Protocol versions and cipher suites: what is offered, and what the provider takes.</summary>
[Binding]
public sealed class TlsSteps(Consumer consumer, TlsTarget target, CheckRecorder checks)
{
    private const string SuiteColumn = "cipher suite";

    /// <summary>Suites that the specification allows, for offers that are about the version.</summary>
    private static readonly TlsCipherSuite[] Allowed =
    [
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256, TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
    ];

    private static readonly TlsCipherSuite[] Tls13 =
        [TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256];

    /// <summary>Suites that servers of the time of those versions all have.</summary>
    private static readonly TlsCipherSuite[] Old =
    [
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA, TlsCipherSuite.TLS_RSA_WITH_RC4_128_SHA, TlsCipherSuite.TLS_RSA_WITH_RC4_128_MD5,
    ];

    private readonly List<(TlsOffer Offer, TlsReply Reply)> _offers = [];

    private TlsReply Latest => _offers.Count > 0
        ? _offers[^1].Reply
        : throw new InvalidOperationException("no handshake was begun before this step; put a When step that offers something in front of it");

    /// <summary>Whole connections, with the certificates of the configuration.</summary>
    [Given(@"a consumer that connects with TLS 1\.2 alone")]
    public void GivenTls12Alone()
    {
        target.MustBeSeen();
        consumer.ConnectBy(consumer.Run.Settings.Tls with { Protocols = SslProtocols.Tls12 });
    }

    [When(@"it offers ((?:SSL|TLS) [0-9]\.[0-9]) alone")]
    public void WhenItOffersTheVersion(string words)
    {
        var version = TlsWords.Version(words);
        Offer(new TlsOffer([version], version switch { TlsVersion.Tls13 => Tls13, TlsVersion.Tls12 => Allowed, _ => Old }));
    }

    [When("it offers the cipher suite (TLS_[A-Za-z0-9_]+) alone")]
    public void WhenItOffersTheSuite(string name) => Offer(new TlsOffer([TlsVersion.Tls12], [TlsWords.Suite(name)]));

    /// <summary>A table with the column <c>cipher suite</c>; one handshake for each.</summary>
    [When("it offers each of these cipher suites alone:")]
    public void WhenItOffersEachSuite(Table table)
    {
        foreach (var suite in Suites(table))
        {
            Offer(new TlsOffer([TlsVersion.Tls12], [suite]));
        }
    }

    /// <summary>A table with the column <c>cipher suite</c>; one handshake for all.</summary>
    [When("it offers these cipher suites in this order:")]
    public void WhenItOffersSuites(Table table) => Offer(new TlsOffer([TlsVersion.Tls12], [.. Suites(table)]));

    [Then(@"the handshake goes on with (TLS 1\.[23])")]
    public void ThenItGoesOnWith(string version)
    {
        var reply = Heard();
        checks.That(
            CheckOf($"a handshake with {version} alone goes on", version, reply),
            () => reply.Version.Should().Be(TlsWords.Version(version), "the provider must speak {0}; it {1}", version, reply.Words));
    }

    [Then("the handshake is refused")]
    public void ThenItIsRefused()
    {
        var reply = Heard();
        var check = CheckOf("the handshake is refused", "an alert, or a closed connection", reply);
        if (reply.IsAccepted)
        {
            checks.Fail(check, $"The provider must not take the offer; it goes on with {reply.Words}.");
        }
        else if (Usual() is { IsAccepted: true } usual)
        {
            checks.Pass(check with { Actual = $"{reply.Words}; the usual offer goes on with {usual.Words}" });
        }
        else
        {
            checks.Skip(check, "The provider refuses the usual offer of TLS 1.2 and TLS 1.3 too, so that its refusal proves nothing.");
        }
    }

    /// <summary>What is neither asked for nor forbidden.</summary>
    [Then("it is noted whether the handshake goes on")]
    public void ThenItIsNoted()
    {
        var reply = Heard();
        checks.Inform(CheckOf("whether the handshake goes on", "either", reply), reply.IsAccepted ? $"The provider goes on with {reply.Words}." : $"The handshake was {reply.Words}.");
    }

    /// <summary>Servers may ask for it later in the connection as well, so that this proves nothing by itself.</summary>
    [Then("it is noted whether the provider asks for a client certificate")]
    public void ThenItIsNotedWhetherACertificateIsAskedFor()
    {
        var reply = Heard();
        checks.Inform(
            CheckOf("whether the provider asks for a client certificate in the handshake", "a CertificateRequest", reply),
            reply.AsksForCertificate ? "The provider asks for a client certificate in its first answer." : "The provider does not ask for a client certificate in its first answer.");
    }

    [Then("at least one of them is taken")]
    public void ThenOneIsTaken()
    {
        _ = Heard();
        var taken = _offers.Where(offer => offer.Reply.IsAccepted).Select(offer => TlsWords.Of(offer.Offer.Suites[0])).ToList();
        checks.That(
            new Check("at least one of the cipher suites allowed is taken") { Expected = "at least one", Actual = taken.Count == 0 ? "none" : string.Join(", ", taken) },
            () => taken.Should().NotBeEmpty("a provider that takes none of the suites allowed cannot be called"));
    }

    [Then("the cipher suite taken is one of ECDHE with AES-GCM")]
    public void ThenGcmIsPreferred()
    {
        var reply = Heard();
        checks.That(
            CheckOf("the cipher suite taken is of the first group", "TLS_ECDHE_…_AES_…_GCM_…", reply),
            () => (reply.Suite is { } suite ? TlsWords.Of(suite) : "none").Should().MatchRegex("^TLS_ECDHE_.*_AES_.*_GCM_", "the provider's own order decides, not that of the offer"));
    }

    private static IEnumerable<TlsCipherSuite> Suites(Table table) => table.Rows.Select(row => TlsWords.Suite(row[SuiteColumn]));

    private void Offer(TlsOffer offer)
    {
        target.MustBeReached();
        _offers.Add((offer, consumer.Offer(offer)));
    }

    /// <summary>The latest reply; where there was none, nothing can be said.</summary>
    private TlsReply Heard()
    {
        if (_offers.Select(offer => offer.Reply.Failure).FirstOrDefault(failure => failure is not null) is { } failure)
        {
            checks.Error(new Check("the provider answers a handshake"), failure.Message);
            throw new ScenarioStoppedException(failure.Message);
        }

        return Latest;
    }

    private TlsReply Usual()
    {
        var about = checks.Exchange;
        var reply = consumer.Offer(new TlsOffer([TlsVersion.Tls12, TlsVersion.Tls13], [.. Tls13, .. Allowed]));
        checks.Exchange = about;
        return reply;
    }

    private Check CheckOf(string title, string expected, TlsReply reply) => new(title)
    {
        Location = string.Join(", ", _offers[^1].Offer.Versions.Select(TlsWords.Of)),
        Expected = expected,
        Actual = reply.Words,
    };
}
