namespace GpConnect.Assurance.Harness.Client;

/// <summary>A body after decompression, or as far as it went.</summary>
/// <param name="Bytes">What came out; the body as received where the encoding is none or unknown.</param>
/// <param name="Failure">Why it is not whole; null when it is.</param>
internal sealed record DecodedBody(ReadOnlyMemory<byte> Bytes, ExchangeFailure? Failure = null);
