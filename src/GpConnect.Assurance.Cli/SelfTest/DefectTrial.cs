using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>What the suite made of one defect.</summary>
/// <param name="Defect">The defect that a practice was given.</param>
/// <param name="CaughtBy">Id of the first scenario with a breach of the requirement that the defect breaks; null when none had.</param>
/// <param name="Requirement">The requirement that the catching check named.</param>
/// <param name="ScenariosRun">How many scenarios it took.</param>
/// <param name="SeenBy">Scenarios that failed on other requirements: the defect shows, but not as what it is.</param>
internal sealed record DefectTrial(Defect Defect, string? CaughtBy, string? Requirement, int ScenariosRun, IReadOnlyList<string> SeenBy)
{
    public bool IsCaught => CaughtBy is not null;
}
