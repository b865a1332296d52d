using System.Reflection;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>The assemblies whose bindings a run uses.</summary>
public sealed record StepAssemblies(IReadOnlyList<Assembly> All);
