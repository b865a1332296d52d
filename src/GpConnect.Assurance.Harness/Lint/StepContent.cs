using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>What a step has beside its text, as one text to compare.</summary>
internal static class StepContent
{
    public static string Of(PlannedStep step) =>
        step.DocString ?? (step.Table is null ? "" : string.Join('\n', step.Table.Select(row => string.Join('|', row))));
}
