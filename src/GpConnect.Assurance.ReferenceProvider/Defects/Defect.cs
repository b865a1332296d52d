using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>One thing that a practice does wrong, and the requirement that it breaks.</summary>
/// <param name="Id"><c>GPD-API-001</c>: stable, never reused.</param>
/// <param name="Title">What the provider does, as a line for a report.</param>
/// <param name="Requirement">The requirement broken, <c>GPC-API-191</c>.</param>
public sealed record Defect(string Id, string Title, string Requirement)
{
    /// <summary>The last version of the specification with rules on visits.</summary>
    internal const string LastWithVisits = "1.2.9";

    /// <summary>The version that the practice implements, where the rule broken is not in every version.</summary>
    internal string? SpecificationVersion { get; init; }

    /// <summary>Requirements that the same behaviour breaks too: a check of any of them finds the defect.</summary>
    public IReadOnlyList<string> AlsoBreaks { get; init; } = [];

    /// <summary>True for what a server does wrong when a connection is made, which is the same for all its practices and shows only over TLS.</summary>
    public bool IsOfTls { get; init; }

    /// <summary>True where a test client cannot tell the provider's fault from that of whoever told it of the provider, or must leave it to a reader, so that it can only warn.</summary>
    public bool IsOnlyWarnedOf { get; init; }

    /// <summary>What the practice does not insist on, or does not do.</summary>
    internal IReadOnlyList<Rule> Neglects { get; init; } = [];

    /// <summary>Changes to an appointment that the practice takes although a consumer may not make them: <c>amend start</c>.</summary>
    internal IReadOnlyList<string> TakesChanges { get; init; } = [];

    /// <summary>Spoils status, headers or resource before they are written.</summary>
    internal Action<FhirResponse>? OnResponse { get; init; }

    /// <summary>How long the practice takes over a response, beside what the work needs.</summary>
    internal Func<FhirResponse, TimeSpan>? Delay { get; init; }

    /// <summary>Alters the part of the service root URL that follows the ODS code, <c>STU3/1/gpconnect</c>.</summary>
    internal Func<string, string>? OnRootPath { get; init; }

    /// <summary>Spoils the body after it has been serialised, before it is compressed.</summary>
    internal Func<FhirResponse, byte[], byte[]>? OnBody { get; init; }
}
