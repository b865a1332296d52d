namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>One requirement, and how it is proved.</summary>
public sealed record CoverageRow
{
    public required string Requirement { get; init; }

    public required string Pack { get; init; }

    /// <summary>The specification page, its name without <c>.html</c>.</summary>
    public required string Page { get; init; }

    /// <summary>The heading on that page.</summary>
    public required string Section { get; init; }

    public required string Title { get; init; }

    /// <summary><c>SHALL</c>, <c>SHOULD</c> or <c>MAY</c>, at the level that counts.</summary>
    public required string Level { get; init; }

    public required CoverageStatus Status { get; init; }

    /// <summary>Ids of the scenarios with a step that checks it.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Ids of the population rules that check it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>True when it is checked on every response.</summary>
    public bool IsStanding { get; init; }

    /// <summary>Ids of the defects that break it and made a check of it fail.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>By id of the scenario or rule, or <see cref="ProofFailure.EveryResponse"/>: the defects that were seen to make this proof fail.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FailedBy { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Ids of the entries that state the same rule, whose proofs count here.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>The pack whose interactions show it, where its own has none that do.</summary>
    public string? ProvedIn { get; init; }

    /// <summary>What is left to prove otherwise, or how it is evidenced instead; null for what a test client can see whole.</summary>
    public string? Note { get; init; }

    /// <summary>True for a provider SHALL that can be automated and is not proved, or not by a proof that was seen to fail.</summary>
    public bool IsGap => Level == "SHALL" && Status is CoverageStatus.Unproved or CoverageStatus.Untested;
}
