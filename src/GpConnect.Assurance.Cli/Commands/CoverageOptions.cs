namespace GpConnect.Assurance.Cli.Commands;

/// <summary>What the command line of <c>coverage</c> asks for.</summary>
internal sealed record CoverageOptions
{
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary><c>table</c>, <c>markdown</c>, <c>csv</c> or <c>json</c>.</summary>
    public required string Format { get; init; }

    public string? Output { get; init; }

    /// <summary>Path of a <c>selftest.json</c>; null to make a self-test.</summary>
    public string? SelfTest { get; init; }

    public int Parallel { get; init; }
}
