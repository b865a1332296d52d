namespace GpConnect.Assurance.Validation;

/// <summary>What the questions to a terminology server may cost; beyond any of these codes are "not checked".</summary>
public sealed record TerminologyLimits
{
    /// <summary>For one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waiting for all answers together, added up over all threads.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The size of one answer in bytes.</summary>
    public int MaxAnswerBytes { get; init; } = 256 * 1024;

    /// <summary>Different questions; the same question is asked once.</summary>
    public int MaxQuestions { get; init; } = 20_000;

    /// <summary>After so many failures in a row the server is left alone.</summary>
    public int MaxFailuresInARow { get; init; } = 5;
}
