namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Looks for what lets a verdict be wrong without anybody noticing.</summary>
public static class Linter
{
    private static readonly Func<LintSubject, IEnumerable<LintFinding>>[] All =
    [
        ProblemLint.Find,
        RequirementLint.Find,
        StepLint.Find,
        TwinLint.Find,
        DuplicateLint.Find,
        TagLint.Find,
        ProofLint.Find,
    ];

    /// <summary>What was found, by file and line.</summary>
    public static IReadOnlyList<LintFinding> Run(LintSubject subject) =>
    [
        .. All.SelectMany(find => find(subject))
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal),
    ];
}
