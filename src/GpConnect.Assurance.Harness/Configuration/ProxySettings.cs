namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>What stands between the harness and the provider.</summary>
public sealed record ProxySettings
{
    /// <summary>Root URL of the Spine Secure Proxy that goes before the provider's root URL; null when the provider is called directly.</summary>
    public string? Spine { get; init; }

    /// <summary>URL of an HTTP proxy; null for none. The proxies of the environment are never used.</summary>
    public string? Http { get; init; }

    public string? Username { get; init; }

    public Secret? Password { get; init; }
}
