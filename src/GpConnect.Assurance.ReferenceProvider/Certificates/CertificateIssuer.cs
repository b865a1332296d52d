namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>Who signs a certificate.</summary>
internal enum CertificateIssuer
{
    Authority,
    UnknownAuthority,
    Itself,
}
