namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>The consumer that the harness plays: what the <c>Ssp-From</c> header and the token's claims say of it.</summary>
public sealed record ConsumerSettings
{
    /// <summary>ASID of the consumer, <c>Ssp-From</c>.</summary>
    public string Asid { get; init; } = "200000000001";

    /// <summary>Claim <c>iss</c>: absolute https URL of the consumer's endpoint.</summary>
    public string Issuer { get; init; } = "https://consumer.example/gpc-assure";

    public DeviceSettings Device { get; init; } = new();

    public OrganizationSettings Organization { get; init; } = new();

    public PractitionerSettings Practitioner { get; init; } = new();
}
