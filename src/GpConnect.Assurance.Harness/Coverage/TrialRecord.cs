namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>What the suite made of one defect.</summary>
public sealed record TrialRecord
{
    /// <summary>The defect's id.</summary>
    public required string Defect { get; init; }

    public required string Title { get; init; }

    /// <summary>The requirement that the defect breaks.</summary>
    public required string Requirement { get; init; }

    /// <summary>Requirements that the same behaviour breaks too.</summary>
    public IReadOnlyList<string> AlsoBreaks { get; init; } = [];

    /// <summary>The first check that shows the defect as what it is; null when it got past the suite.</summary>
    public CatchRecord? CaughtBy { get; init; }

    /// <summary>Those of the requirements above whose checks were seen to fail.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];

    /// <summary>The proofs of these requirements that were seen to fail: a trial ends when it has its catch, so that there may be more.</summary>
    public IReadOnlyList<ProofFailure> Failures { get; init; } = [];

    /// <summary>How many scenarios it took to catch it, or that were run in vain.</summary>
    public required int ScenariosRun { get; init; }

    /// <summary>Scenarios that failed on other requirements only: the defect shows, but not as what it is.</summary>
    public IReadOnlyList<string> SeenBy { get; init; } = [];
}
