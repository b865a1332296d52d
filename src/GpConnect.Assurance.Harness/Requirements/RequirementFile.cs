using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>Reads one <c>requirements.yaml</c>.</summary>
internal static class RequirementFile
{
    public static IReadOnlyList<Requirement> Read(string path)
    {
        try
        {
            return ReadFile(path);
        }
        catch (YamlFormatException exception)
        {
            throw new RequirementCatalogueException(exception.Message, path, exception.Line, exception.Column);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RequirementCatalogueException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static List<Requirement> ReadFile(string path)
    {
        var file = new RequirementEntry("The file", YamlDocument.Read(File.ReadAllText(path)), ["pack", "specification", "requirements"]);
        var pack = file.Text("pack");
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)));
        if (pack != folder)
        {
            throw file.Error("pack", $"The pack is \"{pack}\" but its folder is \"{folder}\"; make them the same.");
        }

        var specification = file.Text("specification");
        return [.. file.Items("requirements").Select(item => ReadRequirement(item, pack, specification, path))];
    }

    private static Requirement ReadRequirement(YamlValue item, string pack, string specification, string path)
    {
        var entry = RequirementEntry.OfRequirement(item);
        var requirement = new Requirement
        {
            Id = entry.Name,
            Pack = pack,
            Specification = specification,
            Title = entry.Text("title"),
            Page = entry.Text("page"),
            Section = entry.Text("section"),
            Party = entry.OneOf<RequirementParty>("party"),
            Level = entry.OneOf<RequirementLevel>("level"),
            Kind = entry.OneOf<RequirementKind>("kind"),
            Interaction = entry.OptionalText("interaction"),
            Statement = entry.Text("statement"),
            Verify = entry.Text("verify"),
            Automatable = entry.Automatable(),
            ProvedIn = entry.OptionalText("proved_in"),
            Inferred = entry.Flag("inferred"),
            Readings = entry.Readings(),
            SameAs = entry.Texts("same_as"),
            Resource = entry.OptionalText("resource"),
            FhirPath = entry.OptionalText("fhirpath"),
            File = path,
            Line = item.Line,
            Column = item.Column,
        };
        CheckTogether(requirement, entry);
        return requirement;
    }

    private static void CheckTogether(Requirement requirement, RequirementEntry entry)
    {
        if (requirement.Resource is null != requirement.FhirPath is null)
        {
            throw entry.Error(requirement.Resource is null ? "fhirpath" : "resource", $"{entry.Name} has one of resource and fhirpath; give both or neither.");
        }

        if (requirement.ProvedIn == requirement.Pack)
        {
            throw entry.Error("proved_in", $"{entry.Name} is said to be proved in its own pack, {requirement.Pack}; name another one, or leave the key out.");
        }

        if (requirement is { Inferred: true, Level: RequirementLevel.Shall, Party: RequirementParty.Provider })
        {
            throw entry.Error("level", $"{entry.Name} is inferred and SHALL for a provider; what is inferred is SHOULD or MAY.");
        }
    }
}
