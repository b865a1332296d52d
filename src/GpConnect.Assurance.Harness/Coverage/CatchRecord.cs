using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>The check that caught a defect.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Requirement">The requirement that the check names, one of those that the defect breaks.</param>
/// <param name="Check">Title of the check.</param>
/// <param name="Rule">The population rule, where one made the check.</param>
/// <param name="Verdict">How grave the breach is.</param>
/// <param name="Message">What the check says.</param>
public sealed record CatchRecord(string Scenario, string Requirement, string Check, string? Rule, Verdict Verdict, string? Message);
