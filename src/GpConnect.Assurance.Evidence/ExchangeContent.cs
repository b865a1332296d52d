namespace GpConnect.Assurance.Evidence;

/// <summary>The bytes of one exchange. Whoever fills it bounds the sizes; empty means there was none.</summary>
public sealed record ExchangeContent
{
    /// <summary>Request line and headers as sent; when empty, they are written from the <see cref="ExchangeRecord"/>.</summary>
    public ReadOnlyMemory<byte> RequestHead { get; init; }

    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>Status line and headers as received; when empty, they are written from the <see cref="ExchangeRecord"/>.</summary>
    public ReadOnlyMemory<byte> ResponseHead { get; init; }

    /// <summary>The response body as it came, still compressed if it was.</summary>
    public ReadOnlyMemory<byte> ReceivedBody { get; init; }

    /// <summary>The response body after decompression, as far as it could be decompressed.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
