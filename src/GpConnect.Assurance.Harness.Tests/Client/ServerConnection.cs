using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace GpConnect.Assurance.Harness.Tests.Client;

/// <summary>One connection to a <see cref="HostileServer"/>.</summary>
internal sealed class ServerConnection(TcpClient client, ConcurrentQueue<string> requests, CancellationToken stop)
{
    private readonly List<byte> _unread = [];
    private Stream _stream = client.GetStream();

    public CancellationToken Stop { get; } = stop;

    /// <summary>Goes over to TLS.</summary>
    public async Task StartTlsAsync(SslServerAuthenticationOptions options)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(options, Stop);
    }

    /// <summary>Whether the client's first byte begins a TLS handshake; it is left to be read.</summary>
    public async Task<bool> BeginsWithTlsAsync()
    {
        var first = new byte[1];
        return await client.Client.ReceiveAsync(first, SocketFlags.Peek, Stop) == 1 && first[0] == 0x16;
    }

    /// <summary>The next request, head and body as they came; null when the client closed the connection.</summary>
    public async Task<string?> ReadRequestAsync()
    {
        var head = await ReadUntilAsync("\r\n\r\n");
        if (head is null)
        {
            return null;
        }

        var request = head + await ReadBodyAsync(head);
        requests.Enqueue(request);
        return request;
    }

    /// <summary>Whatever comes first, at most 16 KiB of it; empty when the client closed the connection.</summary>
    public async Task<byte[]> ReadSomeAsync()
    {
        var buffer = new byte[16 * 1024];
        return buffer[..await _stream.ReadAsync(buffer, Stop)];
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task WriteAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes, Stop);
        await _stream.FlushAsync(Stop);
    }

    /// <summary>Holds the connection open and says nothing.</summary>
    public Task SilenceAsync() => Task.Delay(Timeout.Infinite, Stop);

    /// <summary>Ends the connection with a TCP reset.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    private async Task<string> ReadBodyAsync(string head)
    {
        if (head.Contains("\r\nTransfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadUntilAsync("0\r\n\r\n") ?? "";
        }

        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null ? "" : await ReadExactlyAsync(int.Parse(length["Content-Length:".Length..], CultureInfo.InvariantCulture));
    }

    private async Task<string?> ReadUntilAsync(string end)
    {
        int position;
        while ((position = Unread().IndexOf(end, StringComparison.Ordinal)) < 0)
        {
            if (!await ReadMoreAsync())
            {
                return null;
            }
        }

        return Take(position + end.Length);
    }

    private async Task<string> ReadExactlyAsync(int count)
    {
        while (_unread.Count < count && await ReadMoreAsync())
        {
        }

        return Take(Math.Min(count, _unread.Count));
    }

    private async Task<bool> ReadMoreAsync()
    {
        var buffer = new byte[4096];
        var count = await _stream.ReadAsync(buffer, Stop);
        _unread.AddRange(buffer[..count]);
        return count > 0;
    }

    private string Unread() => Encoding.Latin1.GetString([.. _unread]);

    private string Take(int count)
    {
        var taken = Encoding.Latin1.GetString([.. _unread[..count]]);
        _unread.RemoveRange(0, count);
        return taken;
    }
}
