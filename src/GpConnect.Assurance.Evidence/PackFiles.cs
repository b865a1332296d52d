using System.IO.Enumeration;

namespace GpConnect.Assurance.Evidence;

/// <summary>The files of a pack, found without following any link out of it.</summary>
internal static class PackFiles
{
    /// <summary>Every file but the manifest, in ordinal order of its path from the run's folder with <c>/</c>; a link is listed, not followed.</summary>
    public static IReadOnlyList<PackFile> In(string directory)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        var found = new FileSystemEnumerable<PackFile>(directory, (ref FileSystemEntry entry) => PackFile.Of(directory, ref entry), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return [.. found.Where(file => file.Path != EvidenceFiles.Manifest).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
