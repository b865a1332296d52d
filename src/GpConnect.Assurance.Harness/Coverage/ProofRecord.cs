namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>What proved a requirement against the sound practice: each made at least one check of it, which held.</summary>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Scenarios">Ids of scenarios with a step of their own that checks it.</param>
/// <param name="Rules">Ids of population rules.</param>
/// <param name="IsStanding">True when it is among what is checked on every response.</param>
public sealed record ProofRecord(string Requirement, IReadOnlyList<string> Scenarios, IReadOnlyList<string> Rules, bool IsStanding);
