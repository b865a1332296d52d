namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>The findings that break one requirement.</summary>
/// <param name="Requirement">Null for findings that name none.</param>
/// <param name="Findings">At least one.</param>
internal sealed record RequirementFindings(RequirementRef? Requirement, IReadOnlyList<Finding> Findings)
{
    /// <summary>Grouped by the first requirement that each names, in order of id; those that name none come last.</summary>
    public static IReadOnlyList<RequirementFindings> Of(IEnumerable<Finding> findings) =>
        [.. findings
            .GroupBy(finding => finding.Check.MainRequirement()?.Id)
            .OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new RequirementFindings(group.First().Check.MainRequirement(), [.. group]))];
}
