namespace GpConnect.Assurance.Cli;

/// <summary>The features and profiles that come with the tool.</summary>
internal static class Assets
{
    public static string Features => Folder("features");

    public static string Profiles => Folder("profiles");

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
