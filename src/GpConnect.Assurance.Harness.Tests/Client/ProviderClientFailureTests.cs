using System.Net;
using System.Net.Sockets;
using System.Text;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Tests.Configuration;
using static GpConnect.Assurance.Harness.Tests.Client.Sending;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class ProviderClientFailureTests
{
    private static readonly LimitSettings Small = new() { HeaderBytes = 2_000, BodyBytes = 10_000, DecompressedBytes = 20_000 };

    [Fact]
    public async Task A_port_where_nothing_listens_is_unreachable()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        var exchange = await SendAsync(Get($"http://127.0.0.1:{port}/x"));

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.Unreachable, $"No connection to 127.0.0.1:{port}: connection refused, nothing listens there."));
        exchange.Response.Should().BeNull();
        exchange.Timings.Should().Be(new ExchangeTimings());
        exchange.Request.Raw.Length.Should().Be(0);
        exchange.ToRecord("e", "s").Error.Should().Be(exchange.Failure!.Message);
    }

    [Fact]
    public async Task A_host_that_is_not_known_is_named()
    {
        var limits = new LimitSettings { ConnectTimeout = TimeSpan.FromMinutes(1) };

        var exchange = await SendAsync(Get("http://no-such-host.invalid/x"), limits);

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.NameResolution, "The host name no-such-host.invalid is not known."));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0/x")]
    [InlineData("http://[::1%25lo]:1/x")]
    public async Task An_address_that_cannot_be_is_unreachable(string url)
    {
        var exchange = await SendAsync(Get(url));

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.Unreachable);
    }

    [Theory]
    [InlineData(1999, true)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task Headers_may_be_as_long_as_allowed_and_not_a_byte_more(int length, bool allowed)
    {
        var head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Long: ";
        await using var server = HostileServer.Answering(head + new string('x', length - head.Length - 4) + "\r\n\r\n");

        var exchange = await SendAsync(server, Small);

        exchange.Failure.Should().Be(allowed ? null : new ExchangeFailure(
            ExchangeFailureKind.TooLarge, "The response's status line and headers are longer than the 2,000 bytes allowed."));
    }

    [Theory]
    [InlineData("X: y\r\n")]
    [InlineData("xxxxxxxxxxxxxxxxxxx")]
    [InlineData("\r\nHTTP/1.1 100 Continue\r\nX: 1\r\n")]
    public async Task Headers_without_end_are_cut_off(string part)
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n");
            while (!connection.Stop.IsCancellationRequested)
            {
                await connection.WriteAsync(part);
            }
        });

        var exchange = await SendAsync(server, Small);

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.TooLarge);
        exchange.RawResponse.Length.Should().BeLessThan(100_000);
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public async Task A_body_may_be_as_long_as_allowed_and_not_a_byte_more(int length, bool allowed)
    {
        await using var server = HostileServer.Answering($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{new string('x', length)}");

        var exchange = await SendAsync(server, Small);

        exchange.Failure.Should().Be(allowed ? null : new ExchangeFailure(
            ExchangeFailureKind.TooLarge, "The response's body is longer than the 10,000 bytes allowed."));
        exchange.Response!.ReceivedBody.Length.Should().BeLessThanOrEqualTo(10_000);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "400\r\n{1024}\r\n")]
    [InlineData("Connection: close", "{1024}")]
    [InlineData("Content-Length: 9000000000", "{1024}")]
    public async Task A_body_without_end_is_cut_off(string framing, string part)
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\n{framing}\r\n\r\n");
            while (!connection.Stop.IsCancellationRequested)
            {
                await connection.WriteAsync(part.Replace("{1024}", new string('x', 1024)));
            }
        });

        var exchange = await SendAsync(server, Small);

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.TooLarge);
        exchange.Response!.Status.Should().Be(200);
        exchange.RawResponse.Length.Should().BeLessThan(100_000);
    }

    [Fact]
    public async Task Framing_that_outgrows_the_body_is_cut_off()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!connection.Stop.IsCancellationRequested)
            {
                await connection.WriteAsync($"1;{new string('e', 500)}\r\nx\r\n");
            }
        });

        var exchange = await SendAsync(server, Small);

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.TooLarge, "The response's body with its framing is longer than twice the 10,000 bytes allowed for a body."));
    }

    [Fact]
    public async Task A_connection_closed_without_an_answer_is_told_as_that()
    {
        await using var server = new HostileServer(connection => connection.ReadRequestAsync());

        (await SendAsync(server, Small)).Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.ProtocolError, $"127.0.0.1:{server.Port} closed the connection without an answer."));
    }

    [Fact]
    public async Task A_connection_reset_is_told_as_that()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });

        (await SendAsync(server, Small)).Failure!.Kind.Should().Be(ExchangeFailureKind.ProtocolError);
    }

    [Theory]
    [InlineData("220 mail.example ESMTP ready\r\n\r\n")]
    [InlineData("\0\u0001\u0002\u00FF\u00FE garbage without an end of line")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("\r\n\r\n\r\n")]
    public async Task What_is_not_HTTP_is_told_as_that(string response)
    {
        await using var server = HostileServer.AnsweringOnce(Encoding.Latin1.GetBytes(response));

        var exchange = await SendAsync(server, Small);

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.ProtocolError);
        exchange.Failure.Message.Should().StartWith($"What 127.0.0.1:{server.Port} sent is not an HTTP response: ").And.EndWith(".");
        exchange.RawResponse.Text().Should().Be(response);
    }

    [Fact]
    public async Task What_the_provider_sent_is_quoted_short_and_without_what_a_terminal_obeys()
    {
        await using var server = HostileServer.AnsweringOnce(Encoding.Latin1.GetBytes($"\u001B[31m\u0007{new string('x', 1500)}\r\n\r\n"));

        var message = (await SendAsync(server, Small)).Failure!.Message;

        message.Should().Contain("\u00B7[31m\u00B7xxx").And.EndWith("x\u2026.");
        message.Length.Should().BeLessThan(300);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "zz\r\nabc\r\n0\r\n\r\n", 0)]
    [InlineData("Transfer-Encoding: chunked", "3\r\nabcXX0\r\n\r\n", 0)]
    [InlineData("Transfer-Encoding: chunked", "3\r\nabc\r\n5\r\nde", 5)]
    [InlineData("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFFF\r\nabc", 0)]
    [InlineData("Transfer-Encoding: chunked", "-3\r\nabc", 0)]
    [InlineData("Content-Length: 10", "abc", 3)]
    public async Task A_body_that_breaks_its_framing_is_told_as_that(string framing, string body, int came)
    {
        await using var server = HostileServer.AnsweringOnce(Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\n{framing}\r\n\r\n{body}"));

        var exchange = await SendAsync(server, Small);

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.ProtocolError);
        exchange.Failure.Message.Should().StartWith($"The body goes wrong after {came} bytes: ").And.EndWith(".").And.NotContain("(");
        exchange.Response!.Status.Should().Be(200);
        exchange.Response.ReceivedBody.Length.Should().Be(came);
    }

    [Fact]
    public async Task A_web_page_is_an_exchange_like_any_other()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");

        var exchange = await SendAsync(server, Small);

        exchange.Failure.Should().BeNull();
        exchange.Response!.Header("content-type").Should().Be("text/html");
        exchange.Response.Body.Text().Should().Be("<html></html>");
    }

    [Fact]
    public async Task Random_answers_never_throw_and_never_hang()
    {
        var random = new Random(20260401);
        var seed = Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n");
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            byte[] answer;
            lock (random)
            {
                answer = Mutation.Of(seed, random);
            }

            await connection.WriteAsync(answer);
        });
        using var clients = new ProviderClientFactory(new TargetSettings { Limits = Small });
        using var client = clients.Create();

        for (var round = 0; round < 500; round++)
        {
            var exchange = await client.SendAsync(Get(server.Url));

            (exchange.Response is not null || exchange.Failure is not null).Should().BeTrue();
        }
    }

    [Fact]
    public async Task Cancelling_is_not_the_providers_doing()
    {
        await using var server = new HostileServer(connection => connection.SilenceAsync());
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();
        using var cancellation = new CancellationTokenSource(50);

        await client.Awaiting(it => it.SendAsync(Get(server.Url), cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();
    }
}
