namespace GpConnect.Assurance.Fhir;

public enum ReadingSeverity
{
    /// <summary>Reading stopped; the document has no usable nodes.</summary>
    Fatal,

    /// <summary>FHIR's serialisation rules forbid it; the nodes are usable.</summary>
    Error,

    /// <summary>Allowed, but receivers may trip over it.</summary>
    Warning,
}
