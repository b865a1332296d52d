namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>What <c>features/{pack}/pack.yaml</c> says of a pack.</summary>
public sealed record Pack
{
    /// <summary>The folder's name: <c>foundations</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the specification calls it.</summary>
    public required string Title { get; init; }

    /// <summary>True when every provider SHALL of the pack that can be automated must be proved, and its proof be shown to fail.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Tags, without @, that its features may have beside those of requirements.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How many scenarios the pack holds, each row of an outline counted, so that one that goes missing is missed; null when it does not say.</summary>
    public int? Scenarios { get; init; }

    /// <summary>How many entries its <c>rules.yaml</c> holds; null when it does not say.</summary>
    public int? Rules { get; init; }
}
