namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>A run as the reports see it: read from its folder, in an order that does not depend on which worker was faster.</summary>
internal sealed class ReportModel
{
    private ReportModel(RunEvidence evidence, IReadOnlyList<ScenarioRecord> scenarios)
    {
        Evidence = evidence;
        Scenarios = scenarios;
        Totals = RunTotals.Of(scenarios);
        Headline = RunHeadline.Of(evidence.Run, Totals);
        Failures = Finding.Of(scenarios, Verdict.Fail);
        Warnings = Finding.Of(scenarios, Verdict.Warn);
        Requirements = RequirementResult.Of(scenarios);
        ResponseTimes = ResponseTimeTotals.Of(scenarios);
        LeftBehind = [.. scenarios.SelectMany(scenario => scenario.LeftBehind.Select(sentence => (scenario, sentence)))];
    }

    public RunEvidence Evidence { get; }

    public RunRecord Run => Evidence.Run;

    /// <summary>By pack, file and line.</summary>
    public IReadOnlyList<ScenarioRecord> Scenarios { get; }

    public RunTotals Totals { get; }

    public RunHeadline Headline { get; }

    /// <summary>Failed checks, those alike in many scenarios as one.</summary>
    public IReadOnlyList<Finding> Failures { get; }

    /// <summary>Warnings, those alike in many scenarios as one.</summary>
    public IReadOnlyList<Finding> Warnings { get; }

    public IReadOnlyList<RequirementResult> Requirements { get; }

    /// <summary>How long responses took, by interaction.</summary>
    public IReadOnlyList<ResponseTimeTotals> ResponseTimes { get; }

    /// <summary>What scenarios left changed at the provider.</summary>
    public IReadOnlyList<(ScenarioRecord Scenario, string Sentence)> LeftBehind { get; }

    /// <summary>Scenarios that ended in error.</summary>
    public IEnumerable<ScenarioRecord> Errors => Scenarios.Where(scenario => scenario.Verdict == Verdict.Error);

    /// <summary>Scenarios that were skipped.</summary>
    public IEnumerable<ScenarioRecord> Skipped => Scenarios.Where(scenario => scenario.Verdict == Verdict.Skip);

    public static ReportModel Read(string directory)
    {
        var evidence = RunEvidence.Open(directory);
        return new ReportModel(evidence, [.. evidence.Scenarios()
            .OrderBy(s => s.Pack, StringComparer.Ordinal)
            .ThenBy(s => s.File, StringComparer.Ordinal)
            .ThenBy(s => s.Line)
            .ThenBy(s => s.Id, StringComparer.Ordinal)]);
    }
}
