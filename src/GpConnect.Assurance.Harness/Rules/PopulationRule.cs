using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>What every resource of some kinds must keep in every response to some interactions, whatever a scenario is about.</summary>
/// <remarks>
/// Rules look at successful responses, those on OperationOutcomes at errors. An expression may use <c>%target</c>, <c>%practice</c>,
/// <c>%request</c> and <c>%response</c> (<see cref="RuleVariables"/>); references are resolved within the Bundle.
/// </remarks>
public sealed record PopulationRule
{
    /// <summary>The requirement that the rule comes from.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Resource types; <c>Resource</c> for any, <c>DomainResource</c> for any but Bundle, Parameters and Binary.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Is a single <c>true</c> where the rule is kept.</summary>
    public required FhirPathExpression Rule { get; init; }

    /// <summary>Is <c>true</c> where the rule applies; null when it always does.</summary>
    public FhirPathExpression? When { get; init; }

    /// <summary>Gives what the provider does where the specification allows several readings; null when there is nothing to tell.</summary>
    public FhirPathExpression? Shows { get; init; }

    /// <summary>For the person who broke it.</summary>
    public required string Says { get; init; }

    /// <summary>The gravity of a breach where it is less than that of the requirement; else null.</summary>
    public RequirementLevel? Level { get; init; }

    /// <summary>Spine interaction IDs; never empty.</summary>
    public required IReadOnlyList<string> Interactions { get; init; }

    /// <summary>Path of the file that holds the rule.</summary>
    public required string File { get; init; }

    /// <summary>Line (1-based) of the entry in <see cref="File"/>.</summary>
    public required int Line { get; init; }

    /// <summary>The pack whose folder holds the rule.</summary>
    public required string Pack { get; init; }

    /// <summary>The place in the features: <c>foundations/rules.yaml:12</c>. Names the rule in evidence.</summary>
    public string Id => $"{Pack}/{Path.GetFileName(File)}:{Line}";

    /// <summary>True for what holds for errors, false for what holds for successful responses.</summary>
    public bool IsOnErrors => Resources is ["OperationOutcome"];

    public bool AppliesTo(string resourceType) => Resources.Any(type => type switch
    {
        "Resource" => true,
        "DomainResource" => resourceType is not ("Bundle" or "Parameters" or "Binary"),
        _ => type == resourceType,
    });
}
