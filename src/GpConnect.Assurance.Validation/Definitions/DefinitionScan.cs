using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Reads a file that no index lists, to learn which definitions it holds: itself, or the entries of a Bundle.</summary>
internal static class DefinitionScan
{
    /// <summary>The core specification comes as Bundles of 60 MB.</summary>
    private static readonly ReaderLimits Limits = new() { MaxBytes = 256L * 1024 * 1024, MaxNodes = 20_000_000 };

    internal static IEnumerable<DefinitionEntry> Entries(DefinitionFile file, FhirVersion version, FindingList findings)
    {
        using var document = Open(file, findings);
        if (document is null)
        {
            return [];
        }

        return [.. Definitions(document.Root).Select(node => Entry(node, file, version)).OfType<DefinitionEntry>()];
    }

    /// <summary>The definition with that canonical inside a file, or none when the file changed since it was indexed.</summary>
    internal static FhirNode Find(FhirNode root, string resourceType, string canonical)
    {
        foreach (var node in Definitions(root))
        {
            if (node.ResourceType == resourceType && Url(node) is { } url && Canonical.Clean(url) == canonical)
            {
                return node;
            }
        }

        return default;
    }

    internal static FhirDocument? Open(DefinitionFile file, FindingList findings)
    {
        var bytes = file.Read();
        if (FhirReader.Sniff(bytes) is not { } format)
        {
            return null;
        }

        var document = FhirReader.Read(bytes, format, Limits);
        if (!document.IsReadable)
        {
            if (document.Issues is [{ Code: ReadingIssueCodes.ResourceTypeMissing }])
            {
                // Packages hold other JSON too: package.json, indexes.
                return null;
            }

            var issue = document.Issues.Count > 0 ? $"{document.Issues[0].Message} (line {document.Issues[0].Line})" : "it holds no resource";
            findings.Add(new DefinitionFinding(file.Name, null, $"The file cannot be read: {issue}."));
            document.Dispose();
            return null;
        }

        return document;
    }

    private static List<FhirNode> Definitions(FhirNode root)
    {
        if (root.ResourceType != "Bundle")
        {
            return [root];
        }

        var definitions = new List<FhirNode>();
        foreach (var entry in root.ChildrenNamed("entry"))
        {
            var resource = entry.Child("resource");
            if (!resource.IsNone)
            {
                definitions.Add(resource);
            }
        }

        return definitions;
    }

    private static DefinitionEntry? Entry(FhirNode node, DefinitionFile file, FhirVersion release)
    {
        var isDefinition = node.ResourceType is "StructureDefinition" or "ValueSet" or "CodeSystem" or "OperationDefinition";
        if (!isDefinition || Url(node) is not { } url)
        {
            return null;
        }

        if (FhirVersions.IsOther(FhirVersions.Stated(node), release))
        {
            return null;
        }

        var type = node.ResourceType == "StructureDefinition" ? node.Child(release == FhirVersion.Dstu2 ? "constrainedType" : "type") : default;
        return new DefinitionEntry(node.ResourceType!, Canonical.Clean(url), type.IsNone ? null : type.Value, file);
    }

    private static string? Url(FhirNode node)
    {
        var url = node.Child("url");
        return url.IsNone ? null : url.Value;
    }
}
