namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Which scenarios of the features a run is to take; what is left empty takes all.</summary>
public sealed record ScenarioFilter
{
    /// <summary>Packs to take.</summary>
    public IReadOnlyCollection<string> Packs { get; init; } = [];

    public TagExpression? Tags { get; init; }

    /// <summary>Text that the name of the scenario or of its feature contains, in any case.</summary>
    public string? Name { get; init; }

    public bool Takes(PlannedScenario scenario) =>
        TakesPack(scenario.Pack)
        && (Tags is null || Tags.Holds(scenario.Tags))
        && (Name is null || scenario.Name.Contains(Name, StringComparison.OrdinalIgnoreCase)
                         || scenario.Feature.Contains(Name, StringComparison.OrdinalIgnoreCase));

    public bool TakesPack(string pack) => Packs.Count == 0 || Packs.Contains(pack, StringComparer.OrdinalIgnoreCase);
}
