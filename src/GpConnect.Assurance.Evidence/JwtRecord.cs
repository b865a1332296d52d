namespace GpConnect.Assurance.Evidence;

/// <summary>The bearer token of a request, decoded: what it claimed is evidence, the token itself is never kept.</summary>
public sealed record JwtRecord
{
    /// <summary>The token's first part decoded, as sent; null when it is not base64url of UTF-8 text.</summary>
    public string? Header { get; init; }

    /// <summary>The token's second part decoded, as sent; null when it is not base64url of UTF-8 text.</summary>
    public string? Claims { get; init; }

    /// <summary>True when the token has a third part that is not empty. GP Connect tokens are unsigned.</summary>
    public bool Signed { get; init; }

    /// <summary>What keeps the token from being a JWT, as a sentence; null when nothing does.</summary>
    public string? Problem { get; init; }
}
