namespace GpConnect.Assurance.Evidence;

/// <summary>How long one response of success took.</summary>
/// <param name="Interaction">What was asked for: <c>find a patient</c>.</param>
/// <param name="IsCommand">True for an interaction that changes data, for which the specification has limits of its own.</param>
/// <param name="Ms">Milliseconds from sending to the last byte, as the harness measured them: the network's part is in them.</param>
public sealed record ResponseTimeRecord(string Interaction, bool IsCommand, double Ms);
