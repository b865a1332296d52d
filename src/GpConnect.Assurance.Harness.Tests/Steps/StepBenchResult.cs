using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>What came of a few steps.</summary>
/// <param name="Record">What came of the steps.</param>
/// <param name="Requests">What reached the provider, in order.</param>
internal sealed record StepBenchResult(ScenarioRecord Record, IReadOnlyList<FakeRequest> Requests)
{
    /// <summary>The worst check of the last step.</summary>
    public Verdict Verdict => Checks.Select(check => check.Verdict).DefaultIfEmpty(Verdict.Skip).Max();

    /// <summary>The checks of the last step.</summary>
    public IEnumerable<CheckRecord> Checks => Record.Checks.Where(check => check.Step == Record.Steps.Count - 1);

    public string Why => $"{Record.Reason} {string.Join(" ", Record.Checks.Where(check => check.Verdict > Verdict.Info).Select(check => $"[{check.Verdict}: {check.Title}: {check.Message}]"))}";
}
