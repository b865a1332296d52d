using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Tls;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>One request and what came of it.</summary>
public sealed record Exchange
{
    public required SentRequest Request { get; init; }

    /// <summary>Null when not even a status line and headers came; part of one when there is a <see cref="Failure"/> too.</summary>
    public ReceivedResponse? Response { get; init; }

    /// <summary>Everything read from the connection: status line, headers, body with its framing, and whatever else came.</summary>
    public ReadOnlyMemory<byte> RawResponse { get; init; }

    /// <summary>Null when the whole response came.</summary>
    public ExchangeFailure? Failure { get; init; }

    public required DateTimeOffset Started { get; init; }

    public ExchangeTimings Timings { get; init; } = new();

    /// <summary>True when a new connection was made for this exchange, on which the provider's certificate came and was accepted.</summary>
    public bool HasAcceptedServerCertificate { get; init; }

    /// <summary>Null on a connection without TLS, or when there was no connection.</summary>
    public TlsRecord? Tls { get; init; }

    /// <summary>The exchange as the evidence records it; bodies and raw bytes are kept beside it.</summary>
    public ExchangeRecord ToRecord(string id, string scenario) => new()
    {
        Id = id,
        Scenario = scenario,
        Method = Request.Method,
        Url = Request.Url,
        RequestHeaders = Request.Headers,
        RequestBodyLength = Request.Body.Length,
        Status = Response?.Status,
        ReasonPhrase = Response?.ReasonPhrase,
        HttpVersion = Response?.HttpVersion,
        ResponseHeaders = Response?.Headers ?? [],
        ReceivedBodyLength = Response?.ReceivedBody.Length ?? 0,
        BodyLength = Response?.Body.Length ?? 0,
        Error = Failure?.Message,
        Started = Started,
        HeadersMs = Timings.HeadersMs,
        TotalMs = Timings.TotalMs,
        Tls = Tls,
        Curl = Request.Method == HandshakeOffers.Method ? HandshakeOffers.RepeatLine(id, new Uri(Request.Url)) : null,
    };

    /// <summary>The bytes that go with <see cref="ToRecord"/>: everything as it went over the wire, and the body decompressed.</summary>
    public ExchangeContent ToContent() => new()
    {
        RawRequest = Request.Raw,
        RequestBody = Request.Body,
        RawResponse = RawResponse,
        ReceivedBody = Response?.ReceivedBody ?? ReadOnlyMemory<byte>.Empty,
        Body = Response?.Body ?? ReadOnlyMemory<byte>.Empty,
    };
}
