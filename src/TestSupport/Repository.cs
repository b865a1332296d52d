namespace GpConnect.Assurance.TestSupport;

/// <summary>Files of this repository, for tests that hold them to the code. Compiled into every test project.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Found = new(FindRoot);

    public static string Root => Found.Value;

    public static string File(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "GpConnect.Assurance.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
