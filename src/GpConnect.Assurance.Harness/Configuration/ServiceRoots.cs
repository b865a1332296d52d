using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Service root URLs of the provider, each as the directory gives it but for a trailing slash; never one in place of another.</summary>
public sealed record ServiceRoots
{
    /// <summary>Root of Foundations and Appointments.</summary>
    public string? Foundations { get; init; }

    public string? Structured { get; init; }

    public string? Documents { get; init; }

    /// <summary>The root of a capability, or null when none is configured.</summary>
    public string? Of(Capability capability) => capability switch
    {
        Capability.Structured => Structured,
        Capability.Documents => Documents,
        _ => Foundations,
    };
}
