namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>What a requirement speaks about.</summary>
public enum RequirementKind
{
    Request,
    Response,
    Error,
    Resource,
    Security,
    Performance,
    Behaviour,
}
