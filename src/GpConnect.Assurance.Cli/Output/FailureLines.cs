using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>What went wrong in a scenario, in a few lines for a console; the whole stands in the report.</summary>
internal static class FailureLines
{
    private const int MostChecks = 3;

    public static IEnumerable<string> Of(ScenarioRecord record)
    {
        if (record.Verdict is Verdict.Skip)
        {
            yield return record.Reason ?? "skipped";
            yield break;
        }

        var failed = record.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).ToList();
        foreach (var check in failed.Take(MostChecks))
        {
            var requirements = string.Join(", ", check.Requirements.Select(requirement => requirement.Id));
            var place = check.Location is null ? "" : $" at {check.Location}{(check.Line is null ? "" : $" ({check.Line}:{check.Column})")}";
            yield return $"{requirements}{(requirements.Length > 0 ? ": " : "")}{OneLine(check.Message ?? check.Title)}{place}";
        }

        if (failed.Count > MostChecks)
        {
            yield return $"and {failed.Count - MostChecks} more failed checks";
        }
    }

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 300 ? line : line[..300] + "…";
    }
}
