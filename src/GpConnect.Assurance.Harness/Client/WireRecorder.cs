using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Text;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>What one exchange puts on the wire and reads from it.</summary>
/// <remarks>The transport's own head of the request is replaced by the one asked for, because HttpClient would reorder, join and refuse
/// header lines; the framing of the body stays the transport's.</remarks>
internal sealed class WireRecorder(ProviderRequest request, LimitSettings limits)
{
    private ArrayBufferWriter<byte> _received = new(1024);
    private ArrayBufferWriter<byte> _sent = new(1024);
    private ResponseHeadScanner _head = new();
    private ArrayBufferWriter<byte>? _transportHead;
    private RecordingStream? _connection;

    /// <summary>Header lines sent; what was asked for until something is sent.</summary>
    public IReadOnlyList<HeaderRecord> SentHeaders { get; private set; } = [.. request.Headers];

    public ReadOnlyMemory<byte> Sent => _sent.WrittenMemory;

    public ReadOnlyMemory<byte> Received => _received.WrittenMemory;

    /// <summary>The response's head; null until it is whole, or when what came is not one.</summary>
    public ResponseHead? FindHead() => _head.IsComplete ? ResponseHead.Parse(_received.WrittenSpan[_head.Start.._head.End]) : null;

    /// <summary>Everything received after the response's head.</summary>
    public ReadOnlyMemory<byte> AfterHead => _head.IsComplete ? Received[_head.End..] : default;

    /// <summary>Set when a limit was passed: the transport only sees a broken connection.</summary>
    public ExchangeFailure? LimitFailure { get; private set; }

    /// <summary><see cref="Stopwatch"/> timestamp of a new connection's being ready; null when a kept one is used.</summary>
    public long? ConnectedAt { get; set; }

    /// <summary><see cref="Stopwatch"/> timestamp of the first byte's being sent; null when none was.</summary>
    public long? SentAt { get; private set; }

    /// <summary><see cref="Stopwatch"/> timestamp of the response's head being whole; null until it is.</summary>
    public long? HeadersAt { get; private set; }

    /// <summary><see cref="Stopwatch"/> timestamp of the last byte received so far.</summary>
    public long? LastReceivedAt { get; private set; }

    public TlsRecord? Tls => _connection?.Tls;

    /// <summary>Gives what to write in place of <paramref name="written"/>; empty while the transport's head is not complete.</summary>
    public ReadOnlyMemory<byte> Sending(RecordingStream connection, ReadOnlyMemory<byte> written)
    {
        if (!ReferenceEquals(_connection, connection) || IsAskedForProxyCredentials())
        {
            StartOn(connection);
        }

        var toWrite = _transportHead is { } head ? ReplaceHead(head, written) : written;
        _sent.Write(toWrite.Span);
        return toWrite;
    }

    /// <summary>Keeps what was read.</summary>
    /// <exception cref="ResponseTooLargeException">A limit is passed.</exception>
    public void Receiving(RecordingStream connection, ReadOnlySpan<byte> read)
    {
        if (!ReferenceEquals(_connection, connection))
        {
            return;
        }

        LastReceivedAt = Stopwatch.GetTimestamp();
        _received.Write(read);
        _head.Scan(_received.WrittenSpan);
        HeadersAt ??= _head.IsComplete ? LastReceivedAt : null;
        if (_head.End > limits.HeaderBytes)
        {
            Refuse($"The response's status line and headers are longer than the {limits.HeaderBytes:N0} bytes allowed.");
        }

        // Chunks of a byte each multiply the body; more framing than body is not a response worth keeping.
        if (_received.WrittenCount - _head.End > (2L * limits.BodyBytes) + limits.HeaderBytes)
        {
            Refuse($"The response's body with its framing is longer than twice the {limits.BodyBytes:N0} bytes allowed for a body.");
        }
    }

    private void StartOn(RecordingStream connection)
    {
        // The transport may try again, on another connection when a kept one turns out to be closed: the last attempt is the exchange.
        _connection = connection;
        _transportHead = new ArrayBufferWriter<byte>(512);
        _sent = new ArrayBufferWriter<byte>(1024);
        _received = new ArrayBufferWriter<byte>(1024);
        _head = new ResponseHeadScanner();
        HeadersAt = null;
        SentAt = Stopwatch.GetTimestamp();
    }

    /// <summary>True when what the transport writes next is the request over again, with credentials for the HTTP proxy.</summary>
    private bool IsAskedForProxyCredentials() => _head.IsComplete && FindHead()?.Status == (int)HttpStatusCode.ProxyAuthenticationRequired;

    private ReadOnlyMemory<byte> ReplaceHead(ArrayBufferWriter<byte> transportHead, ReadOnlyMemory<byte> written)
    {
        transportHead.Write(written.Span);
        var end = transportHead.WrittenSpan.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return default;
        }

        var head = RequestHead.From(request, Encoding.Latin1.GetString(transportHead.WrittenSpan[..end]));
        SentHeaders = head.Lines;
        _transportHead = null;
        return (byte[])[.. head.ToBytes(), .. transportHead.WrittenSpan[(end + 4)..]];
    }

    private void Refuse(string because)
    {
        LimitFailure = new ExchangeFailure(ExchangeFailureKind.TooLarge, because);
        throw new ResponseTooLargeException(because);
    }
}
