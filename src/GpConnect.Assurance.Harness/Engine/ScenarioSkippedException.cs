namespace GpConnect.Assurance.Harness.Engine;

/// <summary>Thrown by a step when the scenario cannot be tried on this target: its verdict is then skip, with this reason.</summary>
public sealed class ScenarioSkippedException(string reason) : Exception(reason);
