namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>Finds and reads the catalogues of a features folder.</summary>
internal static class RequirementFiles
{
    public static RequirementCatalogue Read(string featuresDirectory) => new([]);
}
