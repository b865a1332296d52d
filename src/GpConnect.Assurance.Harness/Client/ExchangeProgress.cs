using System.Buffers;
using System.Diagnostics;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>How far an exchange has come.</summary>
internal sealed class ExchangeProgress(WireRecorder wire, DateTimeOffset started, long startedAt)
{
    private readonly ArrayBufferWriter<byte> _body = new(1024);

    public ExchangeFailure? Failure { get; set; }

    /// <summary>True once the transport has taken the response's headers for what they are.</summary>
    public bool HasHeaders { get; set; }

    public bool IsConnected => wire.SentAt is not null;

    public int BodyLength => _body.WrittenCount;

    /// <summary>The first bytes received, to say what it is that came.</summary>
    public ReadOnlySpan<byte> Received => wire.Received.Span;

    public Memory<byte> BodyBuffer() => _body.GetMemory(4096);

    public void AdvanceBody(int count) => _body.Advance(count);

    public Exchange ToExchange(ProviderRequest request, int maxDecompressedBytes)
    {
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
                Failure is null ? Milliseconds(wire.SentAt, wire.LastReceivedAt) : null),
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

        var received = WithoutCopy(_body.WrittenMemory);
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

    /// <summary>A body that was not chunked stands in the raw record as it is; one copy is enough.</summary>
    private ReadOnlyMemory<byte> WithoutCopy(ReadOnlyMemory<byte> body)
    {
        var raw = wire.AfterHead;
        return raw.Length >= body.Length && raw.Span[..body.Length].SequenceEqual(body.Span) ? raw[..body.Length] : body;
    }
}
