namespace GpConnect.Assurance.Evidence;

/// <summary>One thing looked at in one scenario, and what was found.</summary>
public sealed record CheckRecord
{
    /// <summary>What was checked, as a sentence that holds when the check passes.</summary>
    public required string Title { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The requirements this check proves, by id (<c>GPC-API-191</c>).</summary>
    public IReadOnlyList<RequirementRef> Requirements { get; init; } = [];

    /// <summary>What went wrong, or why it was skipped, for the person who must mend it; null when the check passed.</summary>
    public string? Message { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    /// <summary>FHIRPath of the element, or the name of the header, that the check looked at.</summary>
    public string? Location { get; init; }

    /// <summary>Line (1-based) in the response body, where the check looked at the body.</summary>
    public int? Line { get; init; }

    /// <summary>Column (1-based) in the response body.</summary>
    public int? Column { get; init; }

    /// <summary>Stable code of a validation issue.</summary>
    public string? Code { get; init; }

    /// <summary>The profile that asked, by canonical URL.</summary>
    public string? Profile { get; init; }

    /// <summary>The population rule that asked, by its place: <c>foundations/rules.yaml:12</c>; null when a scenario's step, or what holds for every response, asked.</summary>
    public string? Rule { get; init; }

    /// <summary>The exchange that was looked at, by <see cref="ExchangeRecord.Id"/>.</summary>
    public string? Exchange { get; init; }

    /// <summary>Index into <see cref="ScenarioRecord.Steps"/> of the step that made the check.</summary>
    public int? Step { get; init; }
}
