using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Finds a code for a binding: one that the value set lists, or that its code system has; a SNOMED CT concept where nobody here can tell.</summary>
internal sealed class CodePicker
{
    /// <summary>The root concept: a well-formed identifier in nobody's list.</summary>
    internal const string SnomedConcept = "138875005";

    private static readonly Dictionary<string, string> Files = Index();

    /// <summary>System and code; the system is empty where the value set is defined by a syntax.</summary>
    internal static (string System, string Code) Pick(string valueSet)
    {
        var rules = Profiles.Store.ValueSet(valueSet);
        foreach (var (system, code) in Candidates(valueSet, 0))
        {
            if (rules?.Contains(Utf8Comparer.Bytes(system), Utf8Comparer.Bytes(code)) == Membership.Yes)
            {
                return (system, code);
            }
        }

        return valueSet.Contains("bcp13", StringComparison.Ordinal) ? (string.Empty, "text/plain") : (SnomedId.System, SnomedConcept);
    }

    private static IEnumerable<(string System, string Code)> Candidates(string valueSet, int depth)
    {
        if (depth > 4 || Read(Canonical.OfSpecificationPage(valueSet) ?? valueSet) is not { } definition)
        {
            yield break;
        }

        foreach (var include in definition["compose"]!["include"]!.AsArray())
        {
            var system = include!["system"]?.GetValue<string>() ?? string.Empty;
            var listed = include["concept"] ?? Read(system)?["concept"];
            foreach (var concept in listed?.AsArray() ?? [])
            {
                yield return (system, concept!["code"]!.GetValue<string>());
            }

            foreach (var expression in include["filter"]?.AsArray() ?? [])
            {
                yield return (system, expression!["value"]!.GetValue<string>().Split(' ')[0]);
            }

            if (system == "urn:ietf:bcp:47")
            {
                yield return (system, "en-GB");
            }

            foreach (var import in include["valueSet"]?.AsArray() ?? [])
            {
                foreach (var candidate in Candidates(import!.GetValue<string>(), depth + 1))
                {
                    yield return candidate;
                }
            }
        }
    }

    private static JsonNode? Read(string canonical) =>
        Files.TryGetValue(Canonical.WithoutScheme(canonical), out var file) ? JsonNode.Parse(File.ReadAllText(Path.Combine(Profiles.Folder, file))) : null;

    private static Dictionary<string, string> Index()
    {
        var files = new Dictionary<string, string>();
        foreach (var file in JsonNode.Parse(File.ReadAllText(Path.Combine(Profiles.Folder, "index.json")))!["files"]!.AsArray())
        {
            if (file!["fhirVersion"] is null && file["url"] is { } url && file["resourceType"]!.GetValue<string>() is "ValueSet" or "CodeSystem")
            {
                files[Canonical.WithoutScheme(file["url"]!.GetValue<string>())] = file["filename"]!.GetValue<string>();
            }
        }

        return files;
    }
}
