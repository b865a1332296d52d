namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>Finds and reads the catalogues of a features folder, and checks what holds between them.</summary>
internal static class RequirementFiles
{
    private const string FileName = "requirements.yaml";

    public static RequirementCatalogue Read(IEnumerable<string> featuresDirectories)
    {
        var files = featuresDirectories.SelectMany(FilesOf);
        var byId = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        foreach (var requirement in files.SelectMany(RequirementFile.Read))
        {
            if (!byId.TryAdd(requirement.Id, requirement))
            {
                throw At(requirement, $"The id {requirement.Id} is taken by {Place(byId[requirement.Id])}; give this entry one of its own.");
            }
        }

        foreach (var requirement in byId.Values)
        {
            CheckPointers(requirement, byId);
        }

        return new RequirementCatalogue([.. byId.Values]);
    }

    private static IEnumerable<string> FilesOf(string featuresDirectory)
    {
        if (!Directory.Exists(featuresDirectory))
        {
            throw new RequirementCatalogueException($"The features folder {featuresDirectory} does not exist.");
        }

        return Directory.GetDirectories(featuresDirectory)
            .Order(StringComparer.Ordinal)
            .Select(pack => Path.Combine(pack, FileName))
            .Where(File.Exists);
    }

    private static void CheckPointers(Requirement requirement, Dictionary<string, Requirement> byId)
    {
        foreach (var pointer in requirement.SameAs)
        {
            if (!byId.TryGetValue(pointer, out var target))
            {
                throw At(requirement, $"{requirement.Id} has same_as {pointer}, which no catalogue holds; name an entry that exists.");
            }

            if (LeadsTo(target, requirement, byId, byId.Count))
            {
                throw At(requirement, $"{requirement.Id} has same_as {pointer}, which leads back to {requirement.Id}; one entry must stand for itself.");
            }
        }
    }

    private static bool LeadsTo(Requirement from, Requirement to, Dictionary<string, Requirement> byId, int stepsLeft) =>
        from.Id == to.Id
        || (stepsLeft > 0 && from.SameAs.Any(id => byId.TryGetValue(id, out var next) && LeadsTo(next, to, byId, stepsLeft - 1)));

    private static string Place(Requirement requirement) => $"{requirement.File}:{requirement.Line}";

    private static RequirementCatalogueException At(Requirement requirement, string message) =>
        new(message, requirement.File, requirement.Line, requirement.Column);
}
