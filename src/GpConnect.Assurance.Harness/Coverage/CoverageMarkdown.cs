using System.Text;
using GpConnect.Assurance.Evidence.Reports;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>The coverage as a Markdown page: totals, then a table for each specification page.</summary>
public static class CoverageMarkdown
{
    /// <summary>Of many proofs the first few are named; the JSON form has them all.</summary>
    private const int MostNamed = 3;

    public static string Of(CoverageReport report)
    {
        var text = new StringBuilder("# Coverage\n\nWhich published requirements are proved, by what, and which defect shows that the proof can fail.\n");
        foreach (var pack in report.Rows.GroupBy(row => row.Pack))
        {
            text.Append(Format($"\n## {Markdown.Text(pack.Key)}\n\n{CoverageTotals.Of(pack).Sentence}\n"));
            foreach (var page in pack.GroupBy(row => row.Page).OrderBy(page => page.Key, StringComparer.Ordinal))
            {
                text.Append(Format($"\n### {Markdown.Text(page.Key)}\n\n| Requirement | Level | Title | Status | Proved by | Shown by |\n| --- | --- | --- | --- | --- | --- |\n"));
                foreach (var row in page)
                {
                    text.Append(Format($"| {row.Requirement} | {row.Level} | {Markdown.Text(row.Title)} | {CoverageWords.Of(row)} | {Proofs(row)} | {Few(row.Defects)} |\n"));
                }
            }
        }

        return text.ToString();
    }

    private static string Proofs(CoverageRow row)
    {
        var proofs = Few([.. row.Rules, .. row.IsStanding ? ["every response"] : Array.Empty<string>(), .. row.Scenarios]);
        return row.Note is null ? proofs : $"{proofs}{(proofs.Length > 0 ? "; " : "")}{Markdown.Text(row.Note)}";
    }

    private static string Few(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed).Select(Markdown.Text)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");

    private static string Format(FormattableString text) => FormattableString.Invariant(text);
}
