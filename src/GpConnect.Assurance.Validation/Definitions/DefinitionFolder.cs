namespace GpConnect.Assurance.Validation;

/// <summary>The files of a directory and those below it, read when needed.</summary>
internal static class DefinitionFolder
{
    internal static Dictionary<string, DefinitionFile> Files(string directory)
    {
        var files = new Dictionary<string, DefinitionFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (DefinitionPackage.IsResourceFile(path))
            {
                files[Path.GetRelativePath(directory, path).Replace('\\', '/')] = DefinitionFile.OnDisk(path);
            }
        }

        return files;
    }
}
