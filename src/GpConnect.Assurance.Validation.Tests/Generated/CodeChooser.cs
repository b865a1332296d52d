using System.Text;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>A code, and its system where the value set says it.</summary>
internal sealed record ChosenCode(string? System, string Code);

/// <summary>Reads value sets and code systems as plain JSON, beside the validator's own reading of them, to choose codes from them.</summary>
internal static class CodeChooser
{
    internal const string Snomed = "http://snomed.info/sct";
    private const string SnomedConcept = "27113001";
    private static readonly Dictionary<string, string> Files = ReadIndex();

    /// <summary>A code of the value set, of one system when that is given; null when the definitions carried hold none.</summary>
    internal static ChosenCode? Choose(string valueSet, string? system = null) =>
        Candidates(valueSet, depth: 0).FirstOrDefault(code => (system is null || code.System == system) && IsMember(valueSet, code));

    /// <summary>A code of the value set that is not the one given.</summary>
    internal static string ChooseOther(string valueSet, string code) => Candidates(valueSet, depth: 0).First(other => other.Code != code).Code;

    /// <summary>Whether it can be told that a code of a system is outside: all that the value set is made of is carried.</summary>
    internal static bool IsDecidable(string valueSet, string system) =>
        Profiles.Store.ValueSet(valueSet)?.Contains(Encoding.UTF8.GetBytes(system), "138875005"u8) == Membership.No;

    /// <summary>A code that a system has, whatever uses it.</summary>
    internal static string AnyOf(string? system) =>
        system == Snomed || system is null ? SnomedConcept : Concepts(system).FirstOrDefault() ?? "code";

    private static bool IsMember(string valueSet, ChosenCode code) =>
        Profiles.Store.ValueSet(valueSet)?.Contains(Encoding.UTF8.GetBytes(code.System ?? string.Empty), Encoding.UTF8.GetBytes(code.Code)) != Membership.No;

    private static IEnumerable<ChosenCode> Candidates(string valueSet, int depth)
    {
        if (Read(valueSet)?["compose"]?["include"] is not JsonArray includes || depth > 8)
        {
            yield break;
        }

        foreach (var include in includes)
        {
            foreach (var code in Included(include!, depth))
            {
                yield return code;
            }
        }
    }

    private static IEnumerable<ChosenCode> Included(JsonNode include, int depth)
    {
        var system = (string?)include["system"];
        if (include["concept"] is JsonArray concepts)
        {
            return concepts.Select(concept => new ChosenCode(system, (string)concept!["code"]!));
        }

        if (system is not null)
        {
            return Concepts(system).Concat(Operands(include)).Append(AnyOf(system)).Select(code => new ChosenCode(system, code));
        }

        return (include["valueSet"] as JsonArray ?? []).SelectMany(import => Candidates((string)import!, depth + 1));
    }

    /// <summary>The codes that an expression over SNOMED CT names.</summary>
    private static IEnumerable<string> Operands(JsonNode include) =>
        (include["filter"] as JsonArray ?? []).SelectMany(filter => ((string)filter!["value"]!).Split(' ')).Where(word => word.All(char.IsAsciiDigit));

    private static IEnumerable<string> Concepts(string system) =>
        (Read(system)?["concept"] as JsonArray ?? []).Select(concept => (string)concept!["code"]!);

    private static JsonNode? Read(string canonical) =>
        Files.TryGetValue(canonical, out var file) ? JsonNode.Parse(File.ReadAllText(file)) : null;

    private static Dictionary<string, string> ReadIndex()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in JsonNode.Parse(File.ReadAllText(Path.Combine(Profiles.Folder, "index.json")))!["files"]!.AsArray())
        {
            var name = (string)row!["filename"]!;
            if ((string?)row["resourceType"] is "ValueSet" or "CodeSystem" && !name.StartsWith("dstu2/", StringComparison.Ordinal))
            {
                files[(string)row["url"]!] = Path.Combine(Profiles.Folder, name);
            }
        }

        return files;
    }
}
