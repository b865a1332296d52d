using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>One Spine interaction as a consumer calls it.</summary>
/// <param name="Id">The Spine interaction ID, value of <c>Ssp-InteractionID</c>.</param>
/// <param name="Operation">What a tester calls it: <c>find a patient</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path below the service root URL, with <c>{placeholders}</c>.</param>
/// <param name="Capability">Decides the service root URL.</param>
/// <param name="Scope">The <c>requested_scope</c> of the token.</param>
/// <param name="Kind">Whether it changes data.</param>
public sealed record Interaction(
    string Id,
    string Operation,
    string Method,
    string Path,
    Capability Capability,
    string Scope,
    InteractionKind Kind = InteractionKind.Query)
{
    /// <summary>The FHIR release that responses are judged by, whatever profiles they claim.</summary>
    public FhirVersion Release { get; init; } = FhirVersion.Stu3;

    /// <summary>Query parameters in order, values unencoded and with <c>{placeholders}</c>.</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>Resource type of the request body; null when there is none.</summary>
    public string? BodyResource { get; init; }

    /// <summary>Resource type of a successful response.</summary>
    public string ResponseResource => Path.Trim('/').Split('/') switch
    {
        ["metadata"] => "CapabilityStatement",
        [var type, "{id}"] => type,
        [var type] when Kind == InteractionKind.Command => type,
        _ => "Bundle",
    };

    /// <summary>True where <c>If-Match</c> carries the version that is changed.</summary>
    public bool IfMatch { get; init; }

    /// <summary>The token's <c>reason_for_request</c>.</summary>
    public string ReasonForRequest { get; init; } = "directcare";
}
