namespace GpConnect.Assurance.Harness.Diagnosis;

/// <summary>One thing that was looked at before a run.</summary>
/// <param name="Level">Whether something is to be done.</param>
/// <param name="Subject">What was looked at: <c>name resolution</c>, <c>patient "deceased"</c>.</param>
/// <param name="Message">What is the case, as a sentence.</param>
/// <param name="Advice">What to do, as a sentence; null where nothing is.</param>
public sealed record Finding(FindingLevel Level, string Subject, string Message, string? Advice = null)
{
    /// <summary>True where no scenario could be tried at all.</summary>
    public bool IsFatal { get; init; }
}
