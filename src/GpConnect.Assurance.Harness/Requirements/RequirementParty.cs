namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>Whom a requirement binds.</summary>
public enum RequirementParty
{
    Provider,
    Consumer,
    Spine,
}
