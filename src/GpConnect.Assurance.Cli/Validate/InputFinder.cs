using Microsoft.Extensions.FileSystemGlobbing;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>The inputs that the arguments name, in the order of the arguments; those of one folder or pattern by name.</summary>
internal static class InputFinder
{
    private static readonly string[] Extensions = [".json", ".xml", ".ndjson"];
    private static readonly char[] Wildcards = ['*', '?'];

    public static IEnumerable<InputSource> Find(IEnumerable<string> arguments) => arguments.SelectMany(Find);

    private static IEnumerable<InputSource> Find(string argument) =>
        argument == InputSource.StandardInput ? [new InputSource(argument)]
        : File.Exists(argument) ? [new InputSource(argument)]
        : Directory.Exists(argument) ? InFolder(argument)
        : argument.IndexOfAny(Wildcards) >= 0 ? Matching(argument)
        : [new InputSource(argument, $"{argument} does not exist; name a file, a folder, a pattern such as 'out/**/*.json', or - for standard input.")];

    private static IEnumerable<InputSource> InFolder(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None })
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
            return Sorted(files, $"{folder} holds no .json, .xml or .ndjson file.", folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new InputSource(folder, $"{folder} cannot be read: {e.Message}")];
        }
    }

    private static IEnumerable<InputSource> Matching(string pattern)
    {
        var (folder, rest) = Split(pattern);
        if (!Directory.Exists(folder))
        {
            return [new InputSource(pattern, $"{pattern} matches no file: the folder {folder} does not exist.")];
        }

        try
        {
            var matcher = new Matcher(StringComparison.Ordinal).AddInclude(rest);
            return Sorted(matcher.GetResultsInFullPath(folder).Select(file => Named(pattern, folder, file)), $"{pattern} matches no file.", pattern);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new InputSource(pattern, $"{pattern} cannot be searched: {e.Message}")];
        }
    }

    private static IEnumerable<InputSource> Sorted(IEnumerable<string> files, string none, string argument)
    {
        string[] sorted = [.. files.Order(StringComparer.Ordinal)];
        return sorted.Length > 0 ? sorted.Select(file => new InputSource(file)) : [new InputSource(argument, none)];
    }

    /// <summary>Splits a pattern into the folder before the first wildcard and the rest.</summary>
    private static (string Folder, string Pattern) Split(string pattern)
    {
        var cut = pattern.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], pattern.IndexOfAny(Wildcards));
        return cut < 0 ? (".", pattern) : (cut == 0 ? pattern[..1] : pattern[..cut], pattern[(cut + 1)..]);
    }

    /// <summary>A file under the name it would have been given by: relative where the pattern is.</summary>
    private static string Named(string pattern, string folder, string file)
    {
        var inFolder = Path.GetRelativePath(folder, file);
        return folder == "." && !pattern.StartsWith('.') ? inFolder : Path.Combine(folder, inFolder);
    }
}
