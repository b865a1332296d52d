namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>How far a date or time is given; seconds and their fraction are one precision.</summary>
internal enum TemporalPrecision : byte
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}
