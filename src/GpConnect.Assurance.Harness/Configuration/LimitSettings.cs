namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>How much time and how many bytes one exchange may take.</summary>
public sealed record LimitSettings
{
    /// <summary>From dialling to the end of the TLS handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From dialling to the last byte of the response.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Status line and headers, interim responses counted in.</summary>
    public int HeaderBytes { get; init; } = 64 * 1024;

    /// <summary>Body as received.</summary>
    public int BodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Body after decompression.</summary>
    public int DecompressedBytes { get; init; } = 256 * 1024 * 1024;
}
