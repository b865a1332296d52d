using System.Text.Json;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// Finds the definitions among the files of a directory or archive: what <c>index.json</c> (or a FHIR package's <c>.index.json</c>) lists is taken at its
/// word, so that nothing is read before it is needed; files that it does not list are read for their canonical.
/// </summary>
internal static class DefinitionPackage
{
    private static readonly string[] IndexNames = ["index.json", ".index.json", "package/.index.json"];

    /// <param name="files">By path inside the package, with forward slashes.</param>
    internal static List<DefinitionEntry> Entries(IReadOnlyDictionary<string, DefinitionFile> files, FhirVersion version, FindingList findings)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<DefinitionEntry>();
        foreach (var name in IndexNames)
        {
            if (files.TryGetValue(name, out var index) && listed.Add(name))
            {
                ReadIndex(name, index, files, version, listed, entries, findings);
            }
        }

        foreach (var (path, file) in files)
        {
            if (!listed.Contains(path) && IsResourceFile(path))
            {
                entries.AddRange(DefinitionScan.Entries(file, version, findings));
            }
        }

        return entries;
    }

    internal static bool IsResourceFile(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static void ReadIndex(
        string name,
        DefinitionFile index,
        IReadOnlyDictionary<string, DefinitionFile> files,
        FhirVersion version,
        HashSet<string> listed,
        List<DefinitionEntry> entries,
        FindingList findings)
    {
        var folder = name[..(name.LastIndexOf('/') + 1)];
        try
        {
            using var document = JsonDocument.Parse(index.Read());
            foreach (var row in document.RootElement.GetProperty("files").EnumerateArray())
            {
                var path = folder + row.GetProperty("filename").GetString();
                if (!files.TryGetValue(path, out var file))
                {
                    findings.Add(new DefinitionFinding(index.Name, null, $"It lists {path}, which is not there."));
                    continue;
                }

                listed.Add(path);
                if (row.TryGetProperty("url", out var url) && url.GetString() is { } canonical && IsOf(version, row))
                {
                    var type = row.TryGetProperty("type", out var named) ? named.GetString() : null;
                    entries.Add(new DefinitionEntry(row.GetProperty("resourceType").GetString()!, canonical, type, file));
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            findings.Add(new DefinitionFinding(index.Name, null, $"The index cannot be read ({exception.Message}); files it lists after this point are read one by one."));
        }
    }

    /// <summary>A row without a release is of STU3, which is what this tool's own index leaves unsaid.</summary>
    private static bool IsOf(FhirVersion version, JsonElement row) => row.TryGetProperty("fhirVersion", out var stated)
        ? !FhirVersions.IsOther(stated.GetString(), version)
        : version == FhirVersion.Stu3;
}
