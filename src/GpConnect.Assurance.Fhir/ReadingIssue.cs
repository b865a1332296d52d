namespace GpConnect.Assurance.Fhir;

/// <summary>One breach of FHIR's JSON or XML serialisation rules, found while reading.</summary>
/// <param name="Severity">How much of the document survives it.</param>
/// <param name="Code">One of <see cref="ReadingIssueCodes"/>; stable.</param>
/// <param name="Message">One plain sentence.</param>
/// <param name="Path">FHIRPath location of the element concerned; empty when it lies outside the root.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters (UTF-16 code units).</param>
public sealed record ReadingIssue(ReadingSeverity Severity, string Code, string Message, string Path, int Line, int Column);
