namespace GpConnect.Assurance.Evidence;

/// <summary>What a run came to, in the words that every report uses.</summary>
/// <param name="Verdict">Never <see cref="Verdict.Pass"/> when nothing was tested or when the run stopped before its end.</param>
/// <param name="Title">A word or two.</param>
/// <param name="Sentence">The figures behind it.</param>
public sealed record RunHeadline(Verdict Verdict, string Title, string Sentence)
{
    public static RunHeadline Of(RunRecord run, RunTotals totals)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(totals);
        var scenarios = totals.Scenarios;
        var incomplete = Incomplete(run, scenarios.Total);
        var (verdict, title) = Judge(scenarios, incomplete is not null);
        return new RunHeadline(verdict, title, string.Join(' ', Sentences(scenarios).Append(incomplete).OfType<string>()));
    }

    private static (Verdict Verdict, string Title) Judge(VerdictCounts scenarios, bool incomplete) => scenarios switch
    {
        { Fail: > 0 } => (Verdict.Fail, incomplete ? "Failed, and incomplete" : "Failed"),
        { Total: 0 } => (Verdict.Error, "Nothing was tested"),
        { Error: > 0 } => (Verdict.Error, "No verdict"),
        _ when incomplete => (Verdict.Error, "Incomplete"),
        { Warn: > 0 } => (Verdict.Warn, "Passed with warnings"),
        { Pass: 0, Info: 0 } => (Verdict.Skip, "Nothing was tested"),
        _ => (Verdict.Pass, "Passed"),
    };

    private static IEnumerable<string> Sentences(VerdictCounts scenarios)
    {
        if (scenarios.Total == 0)
        {
            yield return "No scenario ran.";
            yield break;
        }

        var passed = scenarios.Pass + scenarios.Info;
        var parts = new[]
        {
            (scenarios.Fail, "failed (a SHALL is broken)"),
            (scenarios.Error, "ended in error (no verdict on conformance)"),
            (scenarios.Warn, "passed with warnings (a SHOULD is broken)"),
            (scenarios.Skip, "not tested"),
        }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1:N0} {part.Item2}");
        yield return $"{passed:N0} of {Plural.Of(scenarios.Total, "scenario")} passed{string.Concat(parts.Select(part => $"; {part}"))}.";
    }

    private static string? Incomplete(RunRecord run, int ran)
    {
        var missing = run.Planned > ran ? $"{Plural.Of(run.Planned - ran, "planned scenario")} did not run." : null;
        return run.Interrupted ? Join($"The run was stopped: {run.InterruptedBecause ?? "no reason is recorded."}", missing)
            : run.Finished is null ? Join("The run did not reach its end.", missing)
            : missing;
    }

    private static string Join(string first, string? second) => second is null ? first : $"{first} {second}";
}
