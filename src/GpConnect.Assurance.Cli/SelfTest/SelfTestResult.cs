using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>What the suite made of the sound practice and of every defective one.</summary>
/// <param name="FalseAlarms">Scenarios that did not pass against the sound practice.</param>
/// <param name="Trials">One for each defect.</param>
internal sealed record SelfTestResult(IReadOnlyList<ScenarioRecord> FalseAlarms, IReadOnlyList<DefectTrial> Trials)
{
    public int Caught => Trials.Count(trial => trial.IsCaught);

    public bool IsPassed => FalseAlarms.Count == 0 && Caught == Trials.Count;
}
