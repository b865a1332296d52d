using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Reads from a scenario whether it is to be refused.</summary>
internal static partial class ExpectedOutcome
{
    /// <summary>True when a status that it asks for is an error, and none that it allows is not.</summary>
    public static bool IsError(PlannedScenario scenario)
    {
        var statuses = scenario.Steps.Where(step => step.Kind == StepKind.Then).SelectMany(Statuses).ToList();
        return statuses.Count > 0 && statuses.TrueForAll(status => status >= '4');
    }

    /// <summary>The first digits of the statuses that a step allows.</summary>
    private static IEnumerable<char> Statuses(PlannedStep step)
    {
        if (Status().Match(step.Text) is { Success: true } match)
        {
            return [match.Groups[1].ValueSpan[0]];
        }

        var column = step.Table?[0].ToList().IndexOf("status") ?? -1;
        return column < 0 ? [] : step.Table!.Skip(1).Select(row => row[column]).Where(cell => cell.Length > 0).Select(cell => cell[0]);
    }

    [GeneratedRegex("^the response is (?:the error )?([1-5])[0-9]{2}")]
    private static partial Regex Status();
}
