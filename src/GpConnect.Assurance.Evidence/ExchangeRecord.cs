namespace GpConnect.Assurance.Evidence;

/// <summary>One HTTP request and what came back, as it went over the wire; <c>exchanges/{id}/exchange.json</c>.</summary>
/// <remarks>Bodies and raw bytes stand in files of their own beside it; secrets are redacted before anything is written.</remarks>
public sealed record ExchangeRecord
{
    /// <summary>Unique in the run: letters, digits and hyphens only, so that it can name a folder.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="ScenarioRecord.Id"/> of the scenario that made it.</summary>
    public required string Scenario { get; init; }

    public required string Method { get; init; }

    /// <summary>The absolute URL requested, as sent.</summary>
    public required string Url { get; init; }

    public IReadOnlyList<HeaderRecord> RequestHeaders { get; init; } = [];

    /// <summary>Length in bytes of the request body; 0 when there was none.</summary>
    public long RequestBodyLength { get; init; }

    /// <summary>Status code; null when no response came.</summary>
    public int? Status { get; init; }

    public string? ReasonPhrase { get; init; }

    /// <summary><c>1.1</c>, <c>2.0</c>.</summary>
    public string? HttpVersion { get; init; }

    public IReadOnlyList<HeaderRecord> ResponseHeaders { get; init; } = [];

    /// <summary>Length in bytes of the response body as received (compressed, if it was).</summary>
    public long ReceivedBodyLength { get; init; }

    /// <summary>Length in bytes of the response body after decompression.</summary>
    public long BodyLength { get; init; }

    /// <summary>Why no (whole) response came; one sentence, or null.</summary>
    public string? Error { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>Milliseconds from sending to the response's headers.</summary>
    public double? HeadersMs { get; init; }

    /// <summary>Milliseconds from sending to the last byte of the body.</summary>
    public double? TotalMs { get; init; }

    public TlsRecord? Tls { get; init; }

    /// <summary>A shell line that repeats the request, with <c>$GPC_TOKEN</c> in place of the bearer token.</summary>
    public string? Curl { get; init; }

    /// <summary>The bearer token decoded; null when none was sent.</summary>
    public JwtRecord? Jwt { get; init; }

    /// <summary>Names of the files beside this one in which a secret was replaced, so that they differ from the wire.</summary>
    public IReadOnlyList<string> Redacted { get; init; } = [];
}
