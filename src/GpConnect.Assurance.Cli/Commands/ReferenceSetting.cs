namespace GpConnect.Assurance.Cli.Commands;

/// <summary>What stands around a reference provider.</summary>
internal sealed record ReferenceSetting
{
    /// <summary>Serve over TLS with mutual authentication.</summary>
    public bool Tls { get; init; }

    /// <summary>Folder of certificates; null for new ones.</summary>
    public string? Certificates { get; init; }

    /// <summary>Of the keys in the folder.</summary>
    public string? Password { get; init; }

    /// <summary>Put a Spine Secure Proxy in front.</summary>
    public bool Proxy { get; init; }

    /// <summary>0 for any that is free.</summary>
    public int ProxyPort { get; init; }
}
