namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Names a file of the pack, and leads to it where a browser will only show it.</summary>
internal static class FileLink
{
    /// <param name="html">The page.</param>
    /// <param name="folder">Path of the exchange's folder from the run's.</param>
    /// <param name="name">The file in it.</param>
    public static void Write(Html html, string folder, string name)
    {
        if (IsInert(name))
        {
            html.Put("a", name, ("href", $"{folder}/{name}"));
        }
        else
        {
            html.Put("code", name, ("title", $"{folder}/{name}: not a link, because a browser would run what is in it"));
        }
    }

    private static bool IsInert(string name) => Path.GetExtension(name) is not (".html" or ".xml");
}
