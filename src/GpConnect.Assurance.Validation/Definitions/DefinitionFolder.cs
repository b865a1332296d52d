using System.Text.Json;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// Finds the definitions of a directory: what <c>index.json</c> (or a package's <c>.index.json</c>) lists is taken at its word, so that nothing is read
/// before it is needed; files that it does not list are read for their canonical.
/// </summary>
internal static class DefinitionFolder
{
    private const string Stu3 = "3";
    private static readonly string[] IndexNames = ["index.json", ".index.json"];

    internal static IEnumerable<DefinitionEntry> Entries(string directory, FindingList findings)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<DefinitionEntry>();
        foreach (var index in IndexNames.Select(name => Path.Combine(directory, name)).Where(File.Exists))
        {
            listed.Add(index);
            ReadIndex(directory, index, listed, entries, findings);
        }

        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (!listed.Contains(path) && (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            {
                entries.AddRange(DefinitionScan.Entries(DefinitionFile.OnDisk(path), findings));
            }
        }

        return entries;
    }

    private static void ReadIndex(string directory, string index, HashSet<string> listed, List<DefinitionEntry> entries, FindingList findings)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(index));
            foreach (var file in document.RootElement.GetProperty("files").EnumerateArray())
            {
                var path = Path.GetFullPath(Path.Combine(directory, file.GetProperty("filename").GetString()!));
                listed.Add(path);
                if (file.TryGetProperty("url", out var url) && IsStu3(file))
                {
                    var type = file.TryGetProperty("type", out var named) ? named.GetString() : null;
                    entries.Add(new DefinitionEntry(file.GetProperty("resourceType").GetString()!, url.GetString()!, type, DefinitionFile.OnDisk(path)));
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            findings.Add(new DefinitionFinding(index, null, $"The index cannot be read ({exception.Message}); files it lists after this point are read one by one."));
        }
    }

    private static bool IsStu3(JsonElement file) =>
        !file.TryGetProperty("fhirVersion", out var version) || version.GetString()?.StartsWith(Stu3, StringComparison.Ordinal) == true;
}
