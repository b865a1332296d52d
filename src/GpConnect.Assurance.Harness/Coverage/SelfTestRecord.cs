namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>What the suite made of a sound practice and of every defective one: the content of <c>selftest.json</c>.</summary>
public sealed record SelfTestRecord
{
    /// <summary>Name and version of the program.</summary>
    public required string Tool { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required double DurationMs { get; init; }

    /// <summary>Identifies features, rules and catalogues; with other ones the record says nothing of them.</summary>
    public required string FeaturesHash { get; init; }

    /// <summary>False when only some defects were tried.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>How many scenarios the sound practice was held against.</summary>
    public required int Scenarios { get; init; }

    /// <summary>What did not pass though the provider was right.</summary>
    public required IReadOnlyList<AlarmRecord> FalseAlarms { get; init; }

    /// <summary>Ids of scenarios that failed beside others though the provider was right, and held when tried again by themselves.</summary>
    public required IReadOnlyList<string> Unsteady { get; init; }

    /// <summary>Practices that read the specification otherwise where it can be read so, and are right too.</summary>
    public required IReadOnlyList<string> Readings { get; init; }

    /// <summary>What the sound practice was seen to keep, by requirement id.</summary>
    public required IReadOnlyList<ProofRecord> Proofs { get; init; }

    /// <summary>Ids of scenarios that no defect made fail by a step of their own: either no defect concerns them, or they check less than they seem to.</summary>
    public required IReadOnlyList<string> NeverFailed { get; init; }

    /// <summary>Ids of population rules that held for something, and that no defect was seen to break.</summary>
    public required IReadOnlyList<string> NeverBroken { get; init; }

    /// <summary>One for each defect, by id.</summary>
    public required IReadOnlyList<TrialRecord> Trials { get; init; }

    /// <summary>True when nothing got past the suite, and nothing right failed.</summary>
    public bool IsPassed => FalseAlarms.Count == 0 && Trials.All(trial => trial.CaughtBy is not null);
}
