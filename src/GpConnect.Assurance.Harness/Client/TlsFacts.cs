using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Reads off a TLS connection what the evidence keeps of it.</summary>
internal static class TlsFacts
{
    /// <summary>Null when the stream is not a TLS connection.</summary>
    public static TlsRecord? Of(Stream stream)
    {
        if (stream is not SslStream tls)
        {
            return null;
        }

        var certificate = tls.RemoteCertificate as X509Certificate2;
        return new TlsRecord(
            tls.SslProtocol.ToString(),
            tls.NegotiatedCipherSuite.ToString(),
            certificate?.Subject,
            certificate?.GetCertHashString(HashAlgorithmName.SHA256),
            certificate?.NotAfter.ToUniversalTime());
    }
}
