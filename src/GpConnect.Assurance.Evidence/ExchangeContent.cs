namespace GpConnect.Assurance.Evidence;

/// <summary>The bytes of one exchange. Whoever fills it bounds the sizes; empty means there was none.</summary>
public sealed record ExchangeContent
{
    /// <summary>
    /// Everything written to the connection: request line, headers, body with its framing. When it ends with the head, the body is
    /// added to it; when it is empty, the head is written from the <see cref="ExchangeRecord"/>.
    /// </summary>
    public ReadOnlyMemory<byte> RawRequest { get; init; }

    /// <summary>The request body without framing.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>Everything read from the connection: status line, headers, body with its framing; completed as <see cref="RawRequest"/> is.</summary>
    public ReadOnlyMemory<byte> RawResponse { get; init; }

    /// <summary>The response body without framing, still compressed if it was.</summary>
    public ReadOnlyMemory<byte> ReceivedBody { get; init; }

    /// <summary>
    /// The response body after decompression, as far as it could be decompressed; the same as <see cref="ReceivedBody"/> when it
    /// was not compressed, or in a way that is not known.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
