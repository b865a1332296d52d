namespace GpConnect.Assurance.Cli.Commands;

/// <summary>What the command line of <c>run</c> asks for.</summary>
internal sealed record RunOptions
{
    public string? Target { get; init; }

    public string? Config { get; init; }

    /// <summary>True to serve the reference provider over TLS with mutual authentication.</summary>
    public bool Tls { get; init; }

    /// <summary>True to put a Spine Secure Proxy in front of the reference provider.</summary>
    public bool Proxy { get; init; }

    public IReadOnlyList<string> Packs { get; init; } = [];

    public string? Tags { get; init; }

    public string? Name { get; init; }

    /// <summary>Folders of features beside those that come with the tool.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Definitions over those that come with the tool.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>FHIR base of a terminology server; null when none is asked.</summary>
    public string? Terminology { get; init; }

    public int Parallel { get; init; }

    public string? Output { get; init; }

    public bool List { get; init; }

    public bool Strict { get; init; }

    public bool NoColor { get; init; }

    /// <summary>The command line as given, for the evidence.</summary>
    public IReadOnlyList<string> AsGiven { get; init; } = [];
}
