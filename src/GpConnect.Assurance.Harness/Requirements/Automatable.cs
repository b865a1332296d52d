namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>Whether a test client can prove a requirement.</summary>
/// <param name="Degree">How much of it a test client can see.</param>
/// <param name="Why">For <see cref="AutomationDegree.Partly"/> what is left, for <see cref="AutomationDegree.No"/> how it is evidenced
/// instead; null for <see cref="AutomationDegree.Yes"/>.</param>
public sealed record Automatable(AutomationDegree Degree, string? Why = null);
