using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>Defects that a command line names.</summary>
internal static class DefectChoice
{
    /// <param name="ids">Ids of the catalogue; all when empty.</param>
    public static IReadOnlyList<Defect> Of(IReadOnlyCollection<string> ids)
    {
        try
        {
            return ids.Count == 0 ? DefectCatalogue.All : [.. ids.Select(DefectCatalogue.Find).Distinct()];
        }
        catch (KeyNotFoundException e)
        {
            throw new UserErrorException($"{e.Message} The catalogue goes from {DefectCatalogue.All[0].Id} to {DefectCatalogue.All[^1].Id}.");
        }
    }
}
