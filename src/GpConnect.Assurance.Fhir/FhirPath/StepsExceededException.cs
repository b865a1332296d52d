namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>Ends an evaluation that costs more than its context allows.</summary>
internal sealed class StepsExceededException : Exception;
