namespace GpConnect.Assurance.Validation;

/// <summary>One fault of a document.</summary>
/// <param name="Code">Stable, kebab-case; listed in docs/validation.md.</param>
/// <param name="FhirCode">The FHIR issue-type (<c>http://hl7.org/fhir/issue-type</c>) that an OperationOutcome carries.</param>
/// <param name="Message">One plain sentence.</param>
/// <param name="Path">FHIRPath location in the document: <c>Bundle.entry[0].resource.name[1].family</c>.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 code units.</param>
/// <param name="Profile">Canonical of the definition that asks for it; null for rules of serialisation.</param>
/// <param name="Element">Id of the element definition: <c>Patient.identifier:nhsNumber.system</c>.</param>
public sealed record ValidationIssue(
    IssueSeverity Severity,
    string Code,
    string FhirCode,
    string Message,
    string Path,
    int Line,
    int Column,
    string? Profile,
    string? Element,
    string? Expected = null,
    string? Actual = null);
