using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Requirements;

/// <summary>The catalogues that the repository holds.</summary>
internal static class PublishedRequirements
{
    private static readonly Lazy<RequirementCatalogue> Loaded = new(() => RequirementCatalogue.Load(Repository.File("features")));

    public static RequirementCatalogue Catalogue => Loaded.Value;
}
