using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>One testable statement of the published GP Connect specification: an entry of <c>features/{pack}/requirements.yaml</c>.</summary>
public sealed record Requirement
{
    /// <summary>Stable, <c>GPC-{PACK}-{number}</c>; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The pack whose catalogue holds it: <c>api</c>, <c>foundations</c>, …</summary>
    public required string Pack { get; init; }

    /// <summary>The published version that the statement was read from.</summary>
    public required string Specification { get; init; }

    /// <summary>A line for a report.</summary>
    public required string Title { get; init; }

    /// <summary>The specification page, its name without <c>.html</c>.</summary>
    public required string Page { get; init; }

    /// <summary>The heading on that page.</summary>
    public required string Section { get; init; }

    public required RequirementParty Party { get; init; }

    public required RequirementLevel Level { get; init; }

    public required RequirementKind Kind { get; init; }

    /// <summary>The Spine interaction ID, where one applies.</summary>
    public string? Interaction { get; init; }

    /// <summary>The requirement, in this project's words.</summary>
    public required string Statement { get; init; }

    /// <summary>What a test client sends and what it must see.</summary>
    public required string Verify { get; init; }

    public required Automatable Automatable { get; init; }

    /// <summary>The pack whose interactions show it, where its own pack has none that do; null where its own pack shows it.</summary>
    public string? ProvedIn { get; init; }

    /// <summary>True where the statement, or the error expected, is deduced and not written on a page; never SHALL for a provider.</summary>
    public bool Inferred { get; init; }

    /// <summary>The behaviours to accept where the specification contradicts itself or names no code.</summary>
    public IReadOnlyList<RequirementReading> Readings { get; init; } = [];

    /// <summary>Ids of the entries that state the same rule more generally; their level decides and coverage counts with them.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Resource type at the root of <see cref="FhirPath"/>; <c>Resource</c> for any, <c>DomainResource</c> for any but Bundle,
    /// Parameters and Binary.</summary>
    public string? Resource { get; init; }

    /// <summary>FHIRPath (STU3) boolean that is true when the rule is kept; anything but a single <c>true</c> is a breach.</summary>
    public string? FhirPath { get; init; }

    /// <summary>Path of the catalogue file.</summary>
    public required string File { get; init; }

    /// <summary>Line (1-based) of the entry in <see cref="File"/>.</summary>
    public required int Line { get; init; }

    internal int Column { get; init; } = 1;

    /// <summary>The requirement as the evidence names it.</summary>
    public RequirementRef ToReference() =>
        new(Id, Title, Level.ToString().ToUpperInvariant(), Page, Section, Statement);
}
