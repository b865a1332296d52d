using System.IO.Enumeration;

namespace GpConnect.Assurance.Evidence;

/// <summary>A file found in a pack.</summary>
internal readonly record struct PackFile(string Path, string FullPath, long Length, bool IsLink)
{
    public static PackFile Of(string directory, ref FileSystemEntry entry)
    {
        var fullPath = entry.ToFullPath();
        var path = System.IO.Path.GetRelativePath(directory, fullPath).Replace(System.IO.Path.DirectorySeparatorChar, '/');
        return new PackFile(path, fullPath, entry.Length, entry.Attributes.HasFlag(FileAttributes.ReparsePoint));
    }
}
