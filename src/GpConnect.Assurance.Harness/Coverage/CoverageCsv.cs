using System.Text;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>The coverage as CSV (RFC 4180), a line for each requirement; lists are separated by blanks.</summary>
public static class CoverageCsv
{
    public static string Of(CoverageReport report)
    {
        var text = new StringBuilder("requirement,pack,page,section,level,title,status,scenarios,rules,every response,defects,same as,note\r\n");
        foreach (var row in report.Rows)
        {
            string[] cells =
            [
                row.Requirement, row.Pack, row.Page, row.Section, row.Level, row.Title, CoverageWords.Of(row),
                string.Join(' ', row.Scenarios), string.Join(' ', row.Rules), row.IsStanding ? "yes" : "no",
                string.Join(' ', row.Defects), string.Join(' ', row.SameAs), row.Note ?? "",
            ];
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
