namespace GpConnect.Assurance.Harness.TestData;

/// <summary>A patient of a pool, and the numbered role that it is mapped to: <c>unregistered-7</c>.</summary>
public sealed record PooledPatient(string Role, TestPatient Patient);
