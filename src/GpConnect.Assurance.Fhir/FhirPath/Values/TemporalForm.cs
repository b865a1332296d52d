namespace GpConnect.Assurance.Fhir.FhirPath.Values;

internal enum TemporalForm : byte
{
    Date,
    DateTime,
    Time,
}
