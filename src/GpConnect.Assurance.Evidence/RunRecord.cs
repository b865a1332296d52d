namespace GpConnect.Assurance.Evidence;

/// <summary>What a run was: <c>run.json</c>. Written when the run starts and again when it ends.</summary>
public sealed record RunRecord
{
    /// <summary>UTC start time and a random suffix, <c>20260401T101500Z-3f9a</c>; also the default folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Name and version of the tool.</summary>
    public required string Tool { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>Null while the run goes on, and for ever when it was killed.</summary>
    public DateTimeOffset? Finished { get; init; }

    public double? DurationMs { get; init; }

    /// <summary>Base URL of the provider under test.</summary>
    public required string Target { get; init; }

    /// <summary>True when the target was the reference provider built into the tool.</summary>
    public bool ReferenceProvider { get; init; }

    /// <summary>Software and version that the target's capability statement gives, where it was read.</summary>
    public string? TargetSoftware { get; init; }

    /// <summary>The options of the command line that shaped the run, secrets left out, in the order given.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Scenarios planned, after filters.</summary>
    public int Planned { get; init; }

    /// <summary>Operating system and .NET version the tool ran on.</summary>
    public string? Environment { get; init; }

    /// <summary>SHA-256 over the feature files and requirement catalogues used.</summary>
    public string? FeaturesHash { get; init; }

    /// <summary>SHA-256 over the profile definitions used.</summary>
    public string? ProfilesHash { get; init; }

    /// <summary>True when the run was stopped before all planned scenarios ran.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Why the run was stopped, in one sentence; null when it was not.</summary>
    public string? InterruptedBecause { get; init; }

    /// <summary>The worst verdict of the run; null while it goes on.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>0 passed, 1 conformance failures, 2 usage, 3 target unreachable or harness error.</summary>
    public int? ExitCode { get; init; }
}
