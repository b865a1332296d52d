using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>What the command line of <c>validate</c> asks for.</summary>
internal sealed record ValidateOptions
{
    /// <summary>Files, folders, patterns, and <c>-</c> for standard input.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Null: each document tells its own.</summary>
    public FhirVersion? Version { get; init; }

    /// <summary>The operation whose <c>in</c> parameters each document must hold; null: none.</summary>
    public string? Operation { get; init; }

    /// <summary>Canonicals of profiles that each resource must meet besides those it claims.</summary>
    public IReadOnlyList<string> ProfileUrls { get; init; } = [];

    /// <summary>Definitions over those that come with the tool.</summary>
    public IReadOnlyList<string> Definitions { get; init; } = [];

    public string? Terminology { get; init; }

    public VerdictFormat Format { get; init; }

    /// <summary>Null: dangling references are not looked at.</summary>
    public IssueSeverity? DanglingReferences { get; init; }

    public int Jobs { get; init; } = 1;

    public bool NoColor { get; init; }
}
