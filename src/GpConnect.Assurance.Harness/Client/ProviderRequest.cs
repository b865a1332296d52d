namespace GpConnect.Assurance.Harness.Client;

/// <summary>One HTTP request to the provider, exactly as it is to be sent.</summary>
public sealed record ProviderRequest
{
    /// <summary>The method, in the case in which it is sent.</summary>
    public required string Method { get; init; }

    /// <summary>Absolute URL, percent-encoded; path and query are sent as they stand here.</summary>
    public required string Url { get; init; }

    /// <summary>Header lines but for <c>Host</c> and the framing of the body, which are added where not given.</summary>
    public RequestHeaders Headers { get; init; } = [];

    /// <summary>The body; null for none. Its <c>Content-Type</c> is among the <see cref="Headers"/>.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>True to send the body with <c>Transfer-Encoding: chunked</c> and no <c>Content-Length</c>.</summary>
    public bool Chunked { get; init; }
}
