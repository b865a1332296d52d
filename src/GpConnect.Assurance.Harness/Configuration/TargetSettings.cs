using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>The provider under test, and all that is needed to call it.</summary>
public sealed record TargetSettings
{
    public ServiceRoots Roots { get; init; } = new();

    /// <summary>ASID of the provider, <c>Ssp-To</c>.</summary>
    public string ProviderAsid { get; init; } = "200000000002";

    /// <summary>ODS code of the practice; null when neither configured nor told by the root URL.</summary>
    public string? OdsCode
    {
        get => field ?? Roots.OdsCode;
        init;
    }

    public ConsumerSettings Consumer { get; init; } = new();

    public TlsSettings Tls { get; init; } = new();

    public ProxySettings Proxy { get; init; } = new();

    public LimitSettings Limits { get; init; } = new();

    public TestDataMap TestData { get; init; } = new();

    /// <summary>What generated requests are made from: the same seed makes the same ones.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Every secret among the settings, for redaction.</summary>
    public IEnumerable<Secret> Secrets =>
        Tls.RefusedCertificates.Values.Select(certificate => certificate.Password).Append(Tls.ClientCertificate?.Password).Append(Proxy.Password).OfType<Secret>();
}
