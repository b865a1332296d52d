namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>One of several behaviours to accept, where the specification's pages, examples, profiles or releases differ.</summary>
/// <param name="Accept">Status, code or shape, in a few words.</param>
/// <param name="Page">The page that says so.</param>
public sealed record RequirementReading(string Accept, string Page);
