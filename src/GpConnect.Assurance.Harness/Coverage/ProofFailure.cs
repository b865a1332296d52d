namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>A proof that was seen to fail where a defect breaks what it proves.</summary>
/// <param name="Requirement">The requirement's id.</param>
/// <param name="Proof">Id of the scenario whose own step failed, or of the population rule; <see cref="EveryResponse"/> for what is checked of each.</param>
public sealed record ProofFailure(string Requirement, string Proof)
{
    /// <summary>In place of an id, what is checked of every response.</summary>
    public const string EveryResponse = "every response";
}
