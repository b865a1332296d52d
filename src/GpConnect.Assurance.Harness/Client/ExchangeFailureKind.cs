namespace GpConnect.Assurance.Harness.Client;

/// <summary>Why no whole response came of a request.</summary>
public enum ExchangeFailureKind
{
    /// <summary>No connection: refused, no route, or refused by the HTTP proxy.</summary>
    Unreachable,

    /// <summary>The host name is not known.</summary>
    NameResolution,

    /// <summary>The TLS handshake failed, on either side.</summary>
    Tls,

    /// <summary>Connecting, or the whole exchange, took longer than allowed.</summary>
    Timeout,

    /// <summary>Headers or body are larger than allowed.</summary>
    TooLarge,

    /// <summary>The body is within its limit but not after decompression.</summary>
    DecompressionBomb,

    /// <summary>What came is not an HTTP response, breaks off, or is not compressed as it says.</summary>
    ProtocolError,
}
