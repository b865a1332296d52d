using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Validation;

/// <summary>Issues as lines for people: <c>file(line,column): error code: sentence [path, profile#element]</c>.</summary>
public static class IssueText
{
    /// <param name="source">File name or other name of the document, which starts each line.</param>
    public static string Write(IEnumerable<ValidationIssue> issues, string source)
    {
        ArgumentNullException.ThrowIfNull(issues);
        var text = new StringBuilder();
        foreach (var issue in issues)
        {
            text.AppendLine(Line(issue, source));
        }

        return text.ToString();
    }

    public static string Line(ValidationIssue issue, string source)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{source}({issue.Line},{issue.Column}): {Word(issue.Severity)} {issue.Code}: {issue.Message}");
        line.Append(CultureInfo.InvariantCulture, $" [{issue.Path}");
        if (issue.Profile is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $", {issue.Profile}#{issue.Element}");
        }

        return line.Append(']').ToString();
    }

    internal static string Word(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Error => "error",
        IssueSeverity.Warning => "warning",
        _ => "information",
    };
}
