using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Says of the provider's certificate whether it can be trusted, and keeps the reason why not.</summary>
internal sealed class ServerCertificateCheck
{
    /// <summary>Why the last certificate was refused, as the end of a sentence about it; null when none was.</summary>
    public string? Fault { get; private set; }

    /// <summary>True once the provider's certificate came and was accepted: the handshake got that far, and what fails after it is the provider's doing.</summary>
    public bool HasAccepted { get; private set; }

    /// <summary>Forgets what was seen before.</summary>
    public void Reset() => (Fault, HasAccepted) = (null, false);

    public bool Accepts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Fault = errors == SslPolicyErrors.None ? null : Describe(certificate as X509Certificate2, chain, errors);
        HasAccepted = Fault is null;
        return HasAccepted;
    }

    /// <summary>Takes any certificate, as the user asked for.</summary>
    public bool AcceptsAny() => HasAccepted = true;

    private static string Describe(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it presented none";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"it is for {string.Join(", ", Names(certificate))}, not for the host called";
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? default;
        return status switch
        {
            _ when status.HasFlag(X509ChainStatusFlags.NotTimeValid) => Validity(certificate),
            _ when status.HasFlag(X509ChainStatusFlags.Revoked) => "it is revoked",
            _ when (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 =>
                $"its issuer \"{certificate.Issuer}\" leads to no trusted authority (name one in tls.authorityFile)",
            _ when (status & (X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation)) != 0 =>
                "whether it is revoked could not be found out",
            _ => $"it does not hold up ({status})",
        };
    }

    private static string Validity(X509Certificate2 certificate)
    {
        var now = DateTime.Now;
        if (now > certificate.NotAfter)
        {
            return $"it expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}";
        }

        return now < certificate.NotBefore
            ? $"it is not valid before {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd}"
            : "one of its issuers' certificates has expired or is not valid yet";
    }

    private static List<string> Names(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        List<string> names = alternatives is null
            ? []
            : [.. alternatives.EnumerateDnsNames(), .. alternatives.EnumerateIPAddresses().Select(address => address.ToString())];
        return names.Count > 0 ? names : [certificate.Subject];
    }
}
