namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>What <c>$this</c> and <c>$index</c> stand for where an expression is evaluated.</summary>
internal readonly record struct Scope(FhirPathItem This, int Index);
