namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>The certificate that the harness presents in mutual TLS.</summary>
/// <param name="Path">A PKCS #12 file (.pfx, .p12), or a PEM file with the certificate and those of its issuers.</param>
/// <param name="KeyPath">PEM file with the private key, where <paramref name="Path"/> is PEM and does not hold it.</param>
/// <param name="Password">Password of the PKCS #12 file or of the encrypted key.</param>
public sealed record ClientCertificateSettings(string Path, string? KeyPath = null, Secret? Password = null);
