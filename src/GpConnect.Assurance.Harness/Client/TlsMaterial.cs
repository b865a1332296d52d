using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Certificates and rules of the TLS connections to the provider, read once and shared by all clients of a run.</summary>
internal sealed class TlsMaterial : IDisposable
{
    /// <summary>What OpenSSL asks of a key at its usual security level.</summary>
    private const int LeastRsaBits = 2048;

    private readonly TlsSettings _settings;
    private readonly SslStreamCertificateContext? _clientCertificate;
    private readonly bool _hasWeakKey;
    private readonly X509Certificate2Collection? _authorities;

    /// <exception cref="SettingsException">A certificate file is missing, is not one, or its password is wrong.</exception>
    public TlsMaterial(TlsSettings settings)
    {
        _settings = settings;
        _clientCertificate = ClientCertificate(settings);
        _hasWeakKey = HasWeakKey(_clientCertificate?.TargetCertificate);
        _authorities = settings.AuthorityFile is { } file ? LoadAuthorities(file) : null;
        foreach (var (role, certificate) in settings.RefusedCertificates)
        {
            // To be told before a run starts, not in the middle of it.
            ClientCertificateFile.Load(certificate, $"tls.refusedCertificates.{role}").TargetCertificate.Dispose();
        }
    }

    /// <summary>Options of one client's connections; the refused certificate's fault is left in <paramref name="check"/>.</summary>
    public SslClientAuthenticationOptions OptionsFor(ServerCertificateCheck check)
    {
        var options = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = _settings.Protocols,
            ClientCertificateContext = _clientCertificate,
            CertificateChainPolicy = ChainPolicy(),
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => _settings.Insecure ? check.AcceptsAny() : check.Accepts(certificate, chain, errors),
        };
        if (_settings.PresentsAnything)
        {
            // A session that is resumed asks for no certificate.
            options.AllowTlsResume = false;
        }

        if (_settings.PresentsAnything && _hasWeakKey)
        {
#pragma warning disable SYSLIB0040 // Nothing else lowers OpenSSL's security level, below which it uses no weak key; the provider still chooses the suite.
            options.EncryptionPolicy = EncryptionPolicy.AllowNoEncryption;
#pragma warning restore SYSLIB0040
        }

        if (_settings.CipherSuites is { } suites && !OperatingSystem.IsWindows() && !OperatingSystem.IsAndroid())
        {
            options.CipherSuitesPolicy = new CipherSuitesPolicy(suites);
        }

        return options;
    }

    public void Dispose() => _clientCertificate?.TargetCertificate.Dispose();

    private static SslStreamCertificateContext? ClientCertificate(TlsSettings settings)
    {
        if (settings.MadeUpCertificate is { } madeUp)
        {
            return SslStreamCertificateContext.Create(ClientCertificateFile.WithStoredKey(madeUp), additionalCertificates: null, offline: true);
        }

        if (settings.ClientCertificate is not { } file)
        {
            return null;
        }

        var loaded = ClientCertificateFile.Load(file);
        var ends = loaded.TargetCertificate.NotAfter.ToUniversalTime();
        return settings.PresentsAnything || DateTime.UtcNow <= ends
            ? loaded
            : throw new SettingsException($"The client certificate {file.Path} (tls.clientCertificate.path) expired on {ends:yyyy-MM-dd}; name one that is valid.");
    }

    private static X509Certificate2Collection LoadAuthorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"The authority file {file} (tls.authorityFile) cannot be read: {exception.Message}", exception);
        }

        return authorities.Count > 0
            ? authorities
            : throw new SettingsException($"The authority file {file} (tls.authorityFile) holds no certificate; give a PEM file.");
    }

    private static bool HasWeakKey(X509Certificate2? certificate)
    {
        using var rsa = certificate?.GetRSAPublicKey();
        return rsa?.KeySize < LeastRsaBits;
    }

    private X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = _settings.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            // Only the target is talked to: no issuer's certificate is fetched from where another certificate says.
            DisableCertificateDownloads = !_settings.CheckRevocation,
        };
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        if (_authorities is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(_authorities);
        }

        return policy;
    }
}
