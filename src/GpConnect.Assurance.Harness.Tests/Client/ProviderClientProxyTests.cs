using System.Net.Security;
using System.Text;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using static GpConnect.Assurance.Harness.Tests.Client.Sending;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class ProviderClientProxyTests
{
    [Fact]
    public async Task Plain_HTTP_goes_to_the_configured_proxy_with_the_whole_URL()
    {
        await using var proxy = HostileServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        var exchange = await SendAsync(
            Get("http://provider.invalid/GP0001/x?a=%7C") with { Headers = new RequestHeaders { { "Ssp-To", "1" } } }, Through(proxy));

        exchange.Failure.Should().BeNull();
        proxy.Requests.Should().Equal("GET http://provider.invalid/GP0001/x?a=%7C HTTP/1.1\r\nHost: provider.invalid\r\nSsp-To: 1\r\n\r\n");
    }

    [Fact]
    public async Task Plain_HTTP_is_sent_again_with_the_proxys_credentials_when_it_asks_for_them()
    {
        await using var proxy = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 2\r\n\r\nno");
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        var settings = Through(proxy);
        var request = Get("http://provider.invalid/x") with { Method = "POST", Headers = new RequestHeaders { { "Ssp-To", "1" } }, Body = "{}"u8.ToArray() };

        var exchange = await SendAsync(request, settings with
        {
            Proxy = settings.Proxy with { Username = "user", Password = new Secret("pass", "a test") },
        });

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Text().Should().Be("ok");
        exchange.RawResponse.Text().Should().StartWith("HTTP/1.1 200 OK");
        proxy.Requests.Should().HaveCount(2).And.OnlyContain(sent => sent.StartsWith("POST http://provider.invalid/x HTTP/1.1\r\n") && sent.Contains("\r\nSsp-To: 1\r\n") && sent.EndsWith("\r\n\r\n{}"));
        proxy.Requests.Last().Should().Contain("Proxy-Authorization: Basic ");
        exchange.Request.Raw.Text().Should().Be(proxy.Requests.Last());
    }

    [Fact]
    public async Task TLS_goes_through_a_tunnel_with_the_proxys_credentials_and_only_what_is_inside_is_recorded()
    {
        using var authority = new TestAuthority();
        var certificate = authority.Issue("provider.invalid");
        await using var proxy = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n");
            await connection.StartTlsAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate });
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        var settings = Through(proxy) with { Tls = new TlsSettings { Insecure = true } };

        var exchange = await SendAsync(Get("https://provider.invalid/x"), settings with
        {
            Proxy = settings.Proxy with { Username = "user", Password = new Secret("pass", "a test") },
        });

        exchange.Failure.Should().BeNull();
        var requests = proxy.Requests.ToList();
        requests[0].Should().StartWith("CONNECT provider.invalid:443 HTTP/1.1\r\n").And.NotContain("Proxy-Authorization");
        requests[1].Should().Contain("Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("user:pass")));
        requests[2].Should().Be("GET /x HTTP/1.1\r\nHost: provider.invalid\r\n\r\n");
        exchange.Request.Raw.Text().Should().Be(requests[2]);
        exchange.RawResponse.Text().Should().Be("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        exchange.Tls!.ServerSubject.Should().Be("CN=provider.invalid");
    }

    [Fact]
    public async Task A_proxy_that_makes_no_tunnel_is_named()
    {
        await using var proxy = HostileServer.Answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

        var exchange = await SendAsync(Get("https://provider.invalid/x"), Through(proxy));

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.Unreachable);
        exchange.Failure.Message.Should().StartWith($"The HTTP proxy {proxy.Url} makes no tunnel to provider.invalid:443: ").And.Contain("403").And.EndWith(".");
        exchange.Response.Should().BeNull();
    }

    private static TargetSettings Through(HostileServer proxy) => new() { Proxy = new ProxySettings { Http = proxy.Url } };
}
