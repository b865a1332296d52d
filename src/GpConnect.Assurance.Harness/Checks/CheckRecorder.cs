using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Checks;

/// <summary>Takes down every check of one scenario, passed or not; a failing check does not stop the step that makes it.</summary>
/// <remarks>
/// A failing check is as grave as the gravest requirement it proves: SHALL fails, SHOULD warns, MAY informs. A check
/// that proves no known requirement fails.
/// </remarks>
public sealed class CheckRecorder(PlannedScenario scenario, Func<string, RequirementRef> requirement)
{
    /// <summary>Text longer than this is cut: the whole stands in the exchange.</summary>
    private const int MostCharacters = 2_000;

    private readonly List<CheckRecord> _records = [];

    public IReadOnlyList<CheckRecord> Records => _records;

    /// <summary>Index of the step that is running.</summary>
    public int? Step { get; set; }

    /// <summary>Id of the latest exchange, which checks look at unless they say otherwise.</summary>
    public string? Exchange { get; set; }

    /// <summary>Runs FluentAssertions assertions; each that fails becomes a check of its own.</summary>
    /// <returns>True when all held.</returns>
    public bool That(Check check, Action assertions)
    {
        var failures = AssertionFailures.Of(assertions);
        if (failures.Count == 0)
        {
            Pass(check);
            return true;
        }

        foreach (var message in failures)
        {
            Fail(check, message);
        }

        return false;
    }

    public void Pass(Check check) => Add(check, Verdict.Pass, message: null);

    /// <summary>Records a breach, as grave as the requirements it breaks.</summary>
    public void Fail(Check check, string message) => Add(check, VerdictOfBreach(Refs(check)), message);

    /// <summary>Records what is not as it should be, but no breach of a SHALL; where all that is said is a MAY, it only informs.</summary>
    public void Warn(Check check, string message) => Add(check, VerdictOfBreach(Refs(check)) == Verdict.Info ? Verdict.Info : Verdict.Warn, message);

    public void Inform(Check check, string message) => Add(check, Verdict.Info, message);

    public void Skip(Check check, string reason) => Add(check, Verdict.Skip, reason);

    public void Error(Check check, string message) => Add(check, Verdict.Error, message);

    private void Add(Check check, Verdict verdict, string? message) => _records.Add(new CheckRecord
    {
        Title = check.Title,
        Verdict = verdict,
        Requirements = Refs(check),
        Message = Cut(message),
        Expected = Cut(check.Expected),
        Actual = Cut(check.Actual),
        Location = check.Location,
        Line = check.Line,
        Column = check.Column,
        Code = check.Code,
        Profile = check.Profile,
        Rule = check.Rule,
        Exchange = check.Exchange ?? Exchange,
        Step = Step,
    });

    private IReadOnlyList<RequirementRef> Refs(Check check)
    {
        IEnumerable<string> ids = check.Requirements is { Count: > 0 } own ? own
            : Step is { } step && scenario.Steps[step].Requirements is { Count: > 0 } named ? named
            : scenario.Requirements;
        return [.. ids.Select(requirement)];
    }

    private static Verdict VerdictOfBreach(IReadOnlyList<RequirementRef> requirements)
    {
        var levels = requirements.Select(r => r.Level).ToList();
        return levels switch
        {
            [] => Verdict.Fail,
            _ when levels.TrueForAll(level => level == "MAY") => Verdict.Info,
            _ when levels.TrueForAll(level => level is "MAY" or "SHOULD") => Verdict.Warn,
            _ => Verdict.Fail,
        };
    }

    private static string? Cut(string? text) =>
        text is { Length: > MostCharacters } ? string.Concat(text.AsSpan(0, MostCharacters), "… (cut)") : text;
}
