namespace GpConnect.Assurance.Evidence;

/// <summary>Facts of the TLS connection an exchange went over.</summary>
/// <param name="Protocol"><c>Tls12</c>, <c>Tls13</c>.</param>
/// <param name="CipherSuite">IANA name of the negotiated suite.</param>
/// <param name="ServerSubject">Subject of the server's certificate.</param>
/// <param name="ServerThumbprint">SHA-256 of the server's certificate, hexadecimal.</param>
/// <param name="NotAfter">When the server's certificate expires.</param>
public sealed record TlsRecord(
    string Protocol,
    string CipherSuite,
    string? ServerSubject = null,
    string? ServerThumbprint = null,
    DateTimeOffset? NotAfter = null);
