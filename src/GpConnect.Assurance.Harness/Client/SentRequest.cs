using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>A request as it went over the wire.</summary>
public sealed record SentRequest
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>Every header line sent, <c>Host</c> and framing included; what was asked for when nothing was sent.</summary>
    public required IReadOnlyList<HeaderRecord> Headers { get; init; }

    /// <summary>Body before any chunking; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Everything written to the connection: request line, headers and body with its framing; empty when nothing was sent.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }
}
