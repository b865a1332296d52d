namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>Ends the handling of a request with an error that the consumer is told.</summary>
internal sealed class RefusedException(SpineError error, string diagnostics) : Exception(diagnostics)
{
    public SpineError Error { get; } = error;

    /// <summary>In place of the error's own status, where pages differ.</summary>
    public int? Status { get; init; }

    /// <summary>The challenge of a token error (RFC 6750 section 3).</summary>
    public string? WwwAuthenticate { get; init; }
}
