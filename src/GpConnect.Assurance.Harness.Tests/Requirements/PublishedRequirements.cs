using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Requirements;

/// <summary>The catalogues that the repository holds.</summary>
internal static class PublishedRequirements
{
    private static readonly Lazy<RequirementCatalogue> Loaded = new(() => RequirementCatalogue.Load(FeaturesFolder()));

    public static RequirementCatalogue Catalogue => Loaded.Value;

    private static string FeaturesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GpConnect.Assurance.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "features");
    }
}
