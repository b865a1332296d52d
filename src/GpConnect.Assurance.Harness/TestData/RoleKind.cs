namespace GpConnect.Assurance.Harness.TestData;

/// <summary>What plays a role.</summary>
public enum RoleKind
{
    Patient,
    Practitioner,
    Organization,
    Location,
}
