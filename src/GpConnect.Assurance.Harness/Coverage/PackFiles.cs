using System.Globalization;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>Reads what packs say of themselves.</summary>
public static class PackFiles
{
    private const string FileName = "pack.yaml";

    /// <summary>Reads every <c>{pack}/pack.yaml</c> under the folders given; a pack without one is unfinished.</summary>
    /// <exception cref="RequirementCatalogueException">A file is not readable, or what it says is wrong.</exception>
    public static IReadOnlyDictionary<string, Pack> Read(params IEnumerable<string> featuresDirectories) => featuresDirectories
        .SelectMany(Directory.GetDirectories)
        .Select(pack => Path.Combine(pack, FileName))
        .Where(File.Exists)
        .Select(ReadFile)
        .GroupBy(pack => pack.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static Pack ReadFile(string path)
    {
        try
        {
            return Read(new RequirementEntry("The file", YamlDocument.Read(File.ReadAllText(path)), ["pack", "title", "finished", "tags", "scenarios", "rules"]), path);
        }
        catch (YamlFormatException e)
        {
            throw new RequirementCatalogueException(e.Message, path, e.Line, e.Column);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RequirementCatalogueException($"{path} cannot be read: {e.Message}");
        }
    }

    private static Pack Read(RequirementEntry file, string path)
    {
        var name = file.Text("pack");
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)));
        return name == folder
            ? new Pack
            {
                Name = name,
                Title = file.Text("title"),
                IsFinished = file.Flag("finished"),
                Tags = file.Texts("tags"),
                Scenarios = Number(file, "scenarios"),
                Rules = Number(file, "rules"),
            }
            : throw file.Error("pack", $"The pack is \"{name}\" but its folder is \"{folder}\"; make them the same.");
    }

    private static int? Number(RequirementEntry file, string key) => file.OptionalText(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw file.Error(key, $"The file has \"{text}\" at \"{key}\"; write a whole number."),
    };
}
