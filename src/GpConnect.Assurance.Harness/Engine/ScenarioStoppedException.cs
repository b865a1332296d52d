namespace GpConnect.Assurance.Harness.Engine;

/// <summary>
/// Thrown by a step after which no other can say anything, once the step has recorded why: nothing is recorded for
/// this exception itself.
/// </summary>
public sealed class ScenarioStoppedException(string reason) : Exception(reason);
