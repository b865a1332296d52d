namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Names a file of the pack, and leads to it where a browser will only show it.</summary>
internal static class FileLink
{
    /// <param name="html">The page.</param>
    /// <param name="folder">Path of the exchange's folder from the run's.</param>
    /// <param name="file">Full path of the file in it.</param>
    public static void Write(Html html, string folder, string file)
    {
        var name = Path.GetFileName(file);
        if (IsInert(file))
        {
            html.Put("a", name, ("href", $"{folder}/{name}"));
        }
        else
        {
            html.Put("code", name, ("title", $"{folder}/{name}: not a link, because a browser would run what is in it"));
        }
    }

    /// <summary>A raw response that does not begin as HTTP does may begin as a page, and a browser that does not know its type looks at that.</summary>
    private static bool IsInert(string file) => Path.GetFileName(file) == EvidenceFiles.Response
        ? RunEvidence.ReadStart(file, 5).AsSpan().SequenceEqual("HTTP/"u8)
        : Path.GetExtension(file) is not (".html" or ".xml");
}
