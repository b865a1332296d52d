namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Claim <c>requesting_device</c>.</summary>
public sealed record DeviceSettings
{
    /// <summary>URL of the consumer's own identifier system.</summary>
    public string IdentifierSystem { get; init; } = "https://consumer.example/Id/device";

    public string IdentifierValue { get; init; } = "gpc-assure";

    /// <summary>Product name.</summary>
    public string Model { get; init; } = "GP Connect Assurance";

    /// <summary>Product version.</summary>
    public string Version { get; init; } = "1";
}
