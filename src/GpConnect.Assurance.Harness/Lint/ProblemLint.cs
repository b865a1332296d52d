namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Features that cannot be read, tags that name no requirement, rules that cannot be used.</summary>
internal static class ProblemLint
{
    public static IEnumerable<LintFinding> Find(LintSubject subject) => subject.Features.Problems.Concat(subject.Rules.Problems)
        .Distinct()
        .Select(problem => new LintFinding(LintSeverity.Error, "problem", problem.File, problem.Line, problem.Message));
}
