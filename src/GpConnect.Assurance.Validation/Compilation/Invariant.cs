namespace GpConnect.Assurance.Validation;

/// <summary>A constraint in FHIRPath.</summary>
internal sealed record Invariant(string Key, bool IsError, string Human, string Expression);
