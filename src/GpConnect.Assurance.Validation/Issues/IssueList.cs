using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Collects issues: each fault once, however many profiles see it, and no more errors, nor more of the rest, than asked for.</summary>
internal sealed class IssueList(int maximum)
{
    private readonly List<ValidationIssue> _issues = [];
    private readonly HashSet<(int Node, string Code, string? Subject)> _seen = [];
    private int _errors;
    private int _others;
    private int _leftOut;
    private IssueSeverity _worstLeftOut = IssueSeverity.Information;

    /// <param name="subject">What tells two faults of one code at one node apart: the missing element, the invariant's key.</param>
    /// <returns>Whether the issue is new.</returns>
    internal bool TryAdd(FhirNode node, IssueCode code, IssueSeverity severity, string? subject)
    {
        if (!_seen.Add((node.Index, code.Code, subject)))
        {
            return false;
        }

        // A long document may have a remark on every resource; they must not take the room of its errors.
        var listed = severity == IssueSeverity.Error ? ++_errors : ++_others;
        if (listed <= maximum)
        {
            return true;
        }

        _leftOut++;
        _worstLeftOut = severity < _worstLeftOut ? severity : _worstLeftOut;
        return false;
    }

    internal void Add(ValidationIssue issue) => _issues.Add(issue);

    internal void AddRange(IEnumerable<ReadingIssue> issues)
    {
        foreach (var issue in issues)
        {
            var severity = issue.Severity == ReadingSeverity.Warning ? IssueSeverity.Warning : IssueSeverity.Error;
            _issues.Add(new ValidationIssue(severity, issue.Code, "structure", issue.Message, issue.Path, issue.Line, issue.Column, null, null));
        }
    }

    internal IReadOnlyList<ValidationIssue> InDocumentOrder()
    {
        if (_issues.Count == 0)
        {
            return [];
        }

        var ordered = _issues.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column).ToList();
        if (_leftOut > 0)
        {
            var code = IssueCode.TooManyIssues;
            ordered.Add(new ValidationIssue(_worstLeftOut, code.Code, code.FhirCode, $"{_leftOut} more faults are not listed.", string.Empty, 0, 0, null, null));
        }

        return ordered;
    }
}
