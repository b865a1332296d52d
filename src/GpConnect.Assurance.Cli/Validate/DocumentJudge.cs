using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>Judges one document; used by many threads at a time.</summary>
internal sealed class DocumentJudge(ProfileValidator validator, ValidationOptions options)
{
    private static readonly ReaderLimits Limits = new() { MaxBytes = SubmissionReader.MaxBytes, MaxNodes = ReaderLimits.NodeCeiling };

    /// <summary>Disposes of the submission.</summary>
    public DocumentVerdict Judge(Submission submission)
    {
        using (submission)
        {
            return submission.Problem is { } problem
                ? new DocumentVerdict(submission.File, submission.Line, 0, problem, [], [])
                : JudgeDocument(submission);
        }
    }

    private DocumentVerdict JudgeDocument(Submission submission)
    {
        var format = FhirReader.Sniff(submission.Bytes.Span) ?? FhirFormat.Json;
        using var document = FhirReader.Read(submission.Bytes, format, Limits);
        var result = validator.Validate(document, options);
        return new DocumentVerdict(submission.File, submission.Line, submission.Length, null, InFile(result.Issues, submission.Line ?? 1), result.ProfilesApplied);
    }

    private static IReadOnlyList<ValidationIssue> InFile(IReadOnlyList<ValidationIssue> issues, int firstLine) =>
        firstLine == 1 || issues.Count == 0 ? issues
            : [.. issues.Select(issue => issue.Line == 0 ? issue : issue with { Line = issue.Line + firstLine - 1 })];
}
