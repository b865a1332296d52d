namespace GpConnect.Assurance.Validation;

/// <param name="Issues">In document order.</param>
/// <param name="ProfilesApplied">Canonicals of the profiles (not base types) that some resource or extension of the document was checked against.</param>
public sealed record ValidationResult(IReadOnlyList<ValidationIssue> Issues, IReadOnlyList<string> ProfilesApplied)
{
    /// <summary>No issue is an error.</summary>
    public bool IsValid => !Issues.Any(issue => issue.Severity == IssueSeverity.Error);
}
