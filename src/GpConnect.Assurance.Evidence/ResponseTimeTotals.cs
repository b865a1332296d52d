namespace GpConnect.Assurance.Evidence;

/// <summary>How long the responses to one interaction took over a run, in milliseconds.</summary>
/// <param name="Interaction">What was asked for: <c>find a patient</c>.</param>
/// <param name="IsCommand">True for an interaction that changes data.</param>
/// <param name="Count">Responses measured: those of success.</param>
/// <param name="Min">The shortest.</param>
/// <param name="Median">Half took no longer.</param>
/// <param name="P95">95 of 100 took no longer (nearest rank).</param>
/// <param name="Max">The longest.</param>
public sealed record ResponseTimeTotals(string Interaction, bool IsCommand, int Count, double Min, double Median, double P95, double Max)
{
    /// <summary>What a response must take less than (development_api_volume_and_performance): the provider's own part of it.</summary>
    public int LimitMs => IsCommand ? 250 : 3_000;

    /// <summary>What a response should take less than.</summary>
    public int TargetMs => IsCommand ? 100 : 1_000;

    /// <summary>Never a failure, since the network's part is not known: a warning when more than 5 of 100 took longer than they must, worth knowing when they took
    /// longer than they should.</summary>
    public Verdict Verdict => P95 > LimitMs ? Verdict.Warn : P95 > TargetMs ? Verdict.Info : Verdict.Pass;

    /// <summary>By interaction, queries before commands.</summary>
    public static IReadOnlyList<ResponseTimeTotals> Of(IEnumerable<ScenarioRecord> scenarios) =>
    [
        .. scenarios.SelectMany(scenario => scenario.ResponseTimes)
            .GroupBy(time => (time.Interaction, time.IsCommand))
            .OrderBy(times => times.Key.IsCommand)
            .ThenBy(times => times.Key.Interaction, StringComparer.Ordinal)
            .Select(times => Of(times.Key.Interaction, times.Key.IsCommand, [.. times.Select(time => time.Ms).Order()])),
    ];

    private static ResponseTimeTotals Of(string interaction, bool isCommand, double[] sorted) =>
        new(interaction, isCommand, sorted.Length, sorted[0], Rank(sorted, 50), Rank(sorted, 95), sorted[^1]);

    private static double Rank(double[] sorted, int percent) => sorted[((sorted.Length * percent) + 99) / 100 - 1];
}
