namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>How much of a requirement a test client can see.</summary>
public enum AutomationDegree
{
    Yes,
    Partly,
    No,
}
