namespace GpConnect.Assurance.Harness.Checks;

/// <summary>What a step looks at: the sentence for the report and everything known about the place.</summary>
/// <param name="Title">A sentence that holds when the check passes: "the response has an ETag header".</param>
public sealed record Check(string Title)
{
    /// <summary>Ids of the requirements that the check proves; empty for those that its step names, or else the scenario's tags.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    /// <summary>FHIRPath of the element, or the header's name.</summary>
    public string? Location { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    /// <summary>Stable code of a validation issue.</summary>
    public string? Code { get; init; }

    /// <summary>Canonical URL of the profile that asks.</summary>
    public string? Profile { get; init; }

    /// <summary>The population rule that asks: <c>foundations/rules.yaml:12</c>; null for what a step or a standing check looks at.</summary>
    public string? Rule { get; init; }

    /// <summary>Id of the exchange looked at; null for the scenario's latest.</summary>
    public string? Exchange { get; init; }
}
