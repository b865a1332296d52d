namespace GpConnect.Assurance.Harness.Engine;

/// <summary>A step assembly that cannot be used; the message is one sentence for the user.</summary>
public sealed class StepAssemblyException(string message, Exception? inner = null) : Exception(message, inner);
