using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GpConnect.Assurance.Harness.Tests.Client;

/// <summary>A TCP listener on a loopback port that does to each connection exactly what the test tells it to.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<ServerConnection, Task> _behaviour;
    private readonly Task _accepting;
    private int _accepted;

    public HostileServer(Func<ServerConnection, Task> behaviour)
    {
        _behaviour = behaviour;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Connections accepted so far.</summary>
    public int Accepted => _accepted;

    /// <summary>The heads and bodies read by <see cref="ServerConnection.ReadRequestAsync"/>, as they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Reads each request of each connection and answers with the same text.</summary>
    public static HostileServer Answering(string response) => new(async connection =>
    {
        while (await connection.ReadRequestAsync() is not null)
        {
            await connection.WriteAsync(response);
        }
    });

    /// <summary>Answers the first request of each connection and closes it.</summary>
    public static HostileServer AnsweringOnce(params byte[][] parts) => new(async connection =>
    {
        await connection.ReadRequestAsync();
        foreach (var part in parts)
        {
            await connection.WriteAsync(part);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _behaviour(new ServerConnection(client, Requests, _stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, which is what many of the tests are about.
            }
        }
    }
}
