namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>The repository's <c>profiles/</c> folder and one store over it, shared by all tests.</summary>
internal static class Profiles
{
    internal const string Nhs = "https://fhir.nhs.uk/STU3/StructureDefinition/";

    internal static readonly string Folder = FindFolder();

    internal static readonly DefinitionStore Store = DefinitionStore.Open([Folder]);

    private static string FindFolder()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var folder = Path.Combine(directory.FullName, "profiles");
            if (File.Exists(Path.Combine(folder, "index.json")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("No profiles folder above the test assembly.");
    }
}
