using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>What became of one document.</summary>
/// <param name="Line">Line in the file, of a resource in NDJSON; else null.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Problem">Why it could not be read, one sentence; null when it was judged.</param>
/// <param name="Issues">Lines are those of the file.</param>
/// <param name="Profiles">Canonicals of the profiles applied.</param>
internal sealed record DocumentVerdict(
    string File, int? Line, int Bytes, string? Problem, IReadOnlyList<ValidationIssue> Issues, IReadOnlyList<string> Profiles)
{
    public string Name => Submission.NameOf(File, Line);

    public bool IsReadable => Problem is null;

    public bool IsValid { get; } = Problem is null && Issues.All(issue => issue.Severity != IssueSeverity.Error);

    /// <summary>The verdict as all formats spell it.</summary>
    public string Word => !IsReadable ? "unreadable" : IsValid ? "valid" : "not valid";
}
