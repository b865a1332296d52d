namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Something in features, rules or steps that makes a verdict worth less than it seems.</summary>
/// <param name="Severity">Errors must be mended.</param>
/// <param name="Code">Stable name of what was looked for: <c>no-twin</c>.</param>
/// <param name="File">Path relative to the features folder; for a step definition the class.</param>
/// <param name="Line">1-based; 0 where a file has no lines to show.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record LintFinding(LintSeverity Severity, string Code, string File, int Line, string Message)
{
    /// <summary>One line as compilers print it: <c>foundations/x.feature:12: error no-twin: …</c>.</summary>
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}
