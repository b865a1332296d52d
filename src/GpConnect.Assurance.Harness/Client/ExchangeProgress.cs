using System.Buffers;
using System.Diagnostics;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>How far an exchange has come.</summary>
internal sealed class ExchangeProgress(WireRecorder wire, DateTimeOffset started, long startedAt)
{
    /// <summary>The body put together from its chunks; null while it stands in the raw record as it is.</summary>
    private ArrayBufferWriter<byte>? _joined;

    public ExchangeFailure? Failure { get; set; }

    /// <summary>True once the transport has taken the response's headers for what they are.</summary>
    public bool HasHeaders { get; private set; }

    public bool IsConnected => wire.SentAt is not null;

    /// <summary>Bytes of the body so far, framing not counted.</summary>
    public int BodyLength { get; private set; }

    /// <summary>The first bytes received, to say what it is that came.</summary>
    public ReadOnlySpan<byte> Received => wire.Received.Span;

    /// <summary>The transport has taken the response's headers.</summary>
    public void StartBody(bool isChunked)
    {
        HasHeaders = true;
        _joined = isChunked ? new ArrayBufferWriter<byte>(1024) : null;
    }

    public void AddToBody(ReadOnlySpan<byte> bytes)
    {
        BodyLength += bytes.Length;
        _joined?.Write(bytes);
    }

    public Exchange ToExchange(ProviderRequest request, int maxDecompressedBytes)
    {
        var isWhole = Failure is null;
        var response = Response(maxDecompressedBytes);
        return new Exchange
        {
            Request = new SentRequest
            {
                Method = request.Method,
                Url = request.Url,
                Headers = wire.SentHeaders,
                Body = request.Body ?? default,
                Raw = wire.Sent,
            },
            Response = response,
            RawResponse = wire.Received,
            Failure = Failure,
            Started = started,
            Timings = new ExchangeTimings(
                Milliseconds(startedAt, wire.ConnectedAt),
                Milliseconds(wire.SentAt, wire.HeadersAt),
                isWhole ? Milliseconds(wire.SentAt, wire.LastReceivedAt) : null),
            Tls = wire.Tls,
        };
    }

    private static double? Milliseconds(long? from, long? to) =>
        from is { } start && to is { } end ? Stopwatch.GetElapsedTime(start, end).TotalMilliseconds : null;

    private ReceivedResponse? Response(int maxDecompressedBytes)
    {
        if (wire.FindHead() is not { } head)
        {
            return null;
        }

        var received = _joined?.WrittenMemory ?? wire.AfterHead[..Math.Min(BodyLength, wire.AfterHead.Length)];
        var response = new ReceivedResponse
        {
            Status = head.Status,
            ReasonPhrase = head.ReasonPhrase,
            HttpVersion = head.HttpVersion,
            Headers = head.Headers,
            ReceivedBody = received,
        };
        var body = BodyDecoder.Decode(received, response.HeaderValues("Content-Encoding"), maxDecompressedBytes);
        Failure ??= body.Failure;
        return response with { Body = body.Bytes };
    }
}
