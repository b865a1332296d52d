using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>The scenarios and rules that a requirement would be without proof if they were taken away.</summary>
public static class SoleProofs
{
    /// <summary>By id of the scenario or rule, the requirements that nothing else proves.</summary>
    /// <param name="catalogue">The requirements: those that state the same rule share their proofs.</param>
    /// <param name="selfTest">What was seen to prove what.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(RequirementCatalogue catalogue, SelfTestRecord selfTest) =>
        CoverageReport.Of(catalogue, selfTest, []).Rows
            .Where(row => !row.IsStanding && row.Scenarios.Count + row.Rules.Count == 1)
            .GroupBy(row => row.Scenarios.Concat(row.Rules).Single(), StringComparer.Ordinal)
            .ToDictionary(proof => proof.Key, IReadOnlyList<string> (proof) => [.. proof.Select(row => row.Requirement)], StringComparer.Ordinal);
}
