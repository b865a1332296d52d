using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>What could not be planned, as a scenario record: it must show in every report, not only on the console.</summary>
public static class ProblemRecord
{
    public static ScenarioRecord Of(PlanProblem problem, DateTimeOffset when)
    {
        var reason = $"{problem.File}:{problem.Line}: {problem.Message}";
        return new ScenarioRecord
        {
            Id = $"{problem.File}:{problem.Line}",
            Pack = problem.Pack,
            Feature = problem.File,
            File = problem.File,
            Line = problem.Line,
            Name = "The feature can be planned",
            Verdict = Verdict.Error,
            Reason = reason,
            Started = when,
            DurationMs = 0,
            Checks = [new CheckRecord { Title = "the feature can be planned", Verdict = Verdict.Error, Message = reason }],
        };
    }
}
