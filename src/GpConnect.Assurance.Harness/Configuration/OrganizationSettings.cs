namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Claim <c>requesting_organization</c>.</summary>
public sealed record OrganizationSettings
{
    public string OdsCode { get; init; } = "X99999";

    public string Name { get; init; } = "GP Connect Assurance consumer";
}
