using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using static GpConnect.Assurance.Harness.Tests.Client.Sending;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class ProviderClientTimeoutTests
{
    /// <summary>Long enough for a busy machine to come as far as the test means it to.</summary>
    private static readonly LimitSettings Short = new() { TotalTimeout = TimeSpan.FromSeconds(1.5) };

    [Fact]
    public async Task A_server_that_never_answers_times_out()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SilenceAsync();
        });

        var exchange = await SendAsync(server, Short);

        exchange.Failure.Should().Be(new ExchangeFailure(
            ExchangeFailureKind.Timeout, $"127.0.0.1:{server.Port} took the request but sent no whole response headers within 1.5 s."));
    }

    [Fact]
    public async Task Headers_that_drip_in_time_out()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nX-Slow: ");
            while (!connection.Stop.IsCancellationRequested)
            {
                await connection.WriteAsync("x");
                await Task.Delay(20, connection.Stop);
            }
        });

        var exchange = await SendAsync(server, Short);

        exchange.Failure!.Kind.Should().Be(ExchangeFailureKind.Timeout);
        exchange.Response.Should().BeNull();
        exchange.RawResponse.Text().Should().StartWith("HTTP/1.1 200 OK\r\nX-Slow: x");
    }

    [Fact]
    public async Task A_body_that_drips_in_times_out_and_what_came_is_kept()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
            await connection.SilenceAsync();
        });

        var exchange = await SendAsync(server, Short);

        exchange.Failure.Should().Be(new ExchangeFailure(ExchangeFailureKind.Timeout, "The body did not end within 1.5 s; 3 bytes of it came."));
        exchange.Response!.Status.Should().Be(200);
        exchange.Response.ReceivedBody.Text().Should().Be("abc");
        exchange.Timings.HeadersMs.Should().NotBeNull();
        exchange.Timings.TotalMs.Should().BeNull();
    }

    [Fact]
    public async Task A_TLS_handshake_that_never_ends_times_out()
    {
        await using var server = new HostileServer(connection => connection.SilenceAsync());
        var limits = new LimitSettings { ConnectTimeout = TimeSpan.FromMilliseconds(300) };

        var exchange = await SendAsync(Get($"https://127.0.0.1:{server.Port}/x"), limits);

        exchange.Failure.Should().Be(new ExchangeFailure(ExchangeFailureKind.Timeout, $"No connection to 127.0.0.1:{server.Port} within 0.3 s."));
    }
}
