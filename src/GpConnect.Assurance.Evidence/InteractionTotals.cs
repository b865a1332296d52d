namespace GpConnect.Assurance.Evidence;

/// <summary>What the scenarios of one interaction, which is one feature, came to.</summary>
public sealed record InteractionTotals(string Pack, string Interaction, VerdictCounts Scenarios, VerdictCounts Checks);
