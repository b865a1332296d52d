namespace GpConnect.Assurance.Evidence;

/// <summary>One scenario (one example of an outline) as it ran: a line of <c>scenarios.ndjson</c>.</summary>
public sealed record ScenarioRecord
{
    /// <summary>Stable id of the scenario in its plan: path of the feature, line of the scenario or of its example row.</summary>
    public required string Id { get; init; }

    /// <summary><c>api</c>, <c>foundations</c>, …: the folder of the feature.</summary>
    public required string Pack { get; init; }

    /// <summary>The feature's name: the interaction.</summary>
    public required string Feature { get; init; }

    /// <summary>Path of the feature file relative to the features folder, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>Line of the scenario, or of the example row, in the feature file.</summary>
    public required int Line { get; init; }

    public required string Name { get; init; }

    /// <summary>Tags without <c>@</c>, inherited ones included.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The requirements that the scenario's tags name.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    public required Verdict Verdict { get; init; }

    /// <summary>Why the scenario was skipped or is an error; null otherwise.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required double DurationMs { get; init; }

    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    public IReadOnlyList<CheckRecord> Checks { get; init; } = [];

    /// <summary>Ids of the exchanges of this scenario, in the order they were made.</summary>
    public IReadOnlyList<string> Exchanges { get; init; } = [];

    /// <summary>How long its responses of success took.</summary>
    public IReadOnlyList<ResponseTimeRecord> ResponseTimes { get; init; } = [];

    /// <summary>What it left changed at the provider, a sentence for each.</summary>
    public IReadOnlyList<string> LeftBehind { get; init; } = [];
}
