using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Requirements;

/// <summary>The catalogues that the repository holds.</summary>
internal static class PublishedRequirements
{
    private static readonly Lazy<string> Root = new(FindRepository);
    private static readonly Lazy<RequirementCatalogue> Loaded = new(() => RequirementCatalogue.Load(FeaturesFolder));

    public static RequirementCatalogue Catalogue => Loaded.Value;

    /// <summary>The folder of the solution.</summary>
    public static string Repository => Root.Value;

    public static string FeaturesFolder => Path.Combine(Repository, "features");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GpConnect.Assurance.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
