using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>Turns an entry of a rules file, or a requirement that brings its own expression, into a rule.</summary>
internal static class RuleEntry
{
    private static readonly string[] Keys = ["requirement", "resource", "rule", "when", "shows", "says", "level", "interaction"];

    /// <exception cref="YamlFormatException">The entry cannot be used.</exception>
    public static PopulationRule Read(string path, string pack, YamlValue item, RequirementCatalogue catalogue)
    {
        var entry = new RequirementEntry("This rule", item, Keys);
        var id = entry.Text("requirement");
        var requirement = catalogue.Find(id)
            ?? throw entry.Error("requirement", $"This rule names {id}, which no requirements.yaml holds; correct it or add the requirement.");
        var resources = entry.Texts("resource");
        return new PopulationRule
        {
            Requirement = requirement,
            Resources = resources.Count > 0 ? resources : [requirement.Resource ?? entry.Text("resource")],
            Rule = Compile(entry, "rule", entry.OptionalText("rule") ?? requirement.FhirPath ?? entry.Text("rule")),
            When = Optional(entry, "when"),
            Shows = Optional(entry, "shows"),
            Says = entry.OptionalText("says") ?? requirement.Statement,
            Level = entry.OptionalText("level") is null ? null : entry.OneOf<RequirementLevel>("level"),
            Interactions = entry.Texts("interaction") is { Count: > 0 } named
                ? [.. named.Select(name => Known(entry, name))]
                : InteractionsOf(requirement, pack),
            Pack = pack,
            File = path,
            Line = item.Line,
        };
    }

    /// <exception cref="YamlFormatException">The requirement's expression is not FHIRPath, or its interaction is not known.</exception>
    public static PopulationRule Of(Requirement requirement) => new()
    {
        Requirement = requirement,
        Resources = [requirement.Resource!],
        Rule = Compile(requirement),
        Says = requirement.Statement,
        Interactions = InteractionsOf(requirement, requirement.Pack),
        Pack = requirement.Pack,
        File = requirement.File,
        Line = requirement.Line,
    };

    /// <summary>A rule belongs to the interaction of its requirement; without one to all those of its pack, and of <c>api</c> to all there are.</summary>
    private static IReadOnlyList<string> InteractionsOf(Requirement requirement, string pack)
    {
        if (requirement.Interaction is { } id)
        {
            return [id];
        }

        var all = Enum.TryParse<Capability>(pack, ignoreCase: true, out var capability)
            ? Interactions.All.Where(interaction => interaction.Capability == capability)
            : Interactions.All;
        return [.. all.Select(interaction => interaction.Id)];
    }

    private static string Known(RequirementEntry entry, string name) => Interactions.Find(name)?.Id
        ?? throw entry.Error(
            "interaction",
            $"This rule has the interaction \"{name}\", which is none{Suggestion.EndOfSentence(name, Interactions.All.Select(interaction => interaction.Operation))}");

    private static FhirPathExpression? Optional(RequirementEntry entry, string key) =>
        entry.OptionalText(key) is { } text ? Compile(entry, key, text) : null;

    private static FhirPathExpression Compile(RequirementEntry entry, string key, string text)
    {
        try
        {
            return FhirPathExpression.Parse(text);
        }
        catch (FhirPathSyntaxException e)
        {
            throw entry.Error(key, $"The {key} is not FHIRPath: {e.Message}");
        }
    }

    private static FhirPathExpression Compile(Requirement requirement)
    {
        try
        {
            return FhirPathExpression.Parse(requirement.FhirPath!);
        }
        catch (FhirPathSyntaxException e)
        {
            throw new YamlFormatException($"The fhirpath of {requirement.Id} is not FHIRPath: {e.Message}", requirement.Line, requirement.Column);
        }
    }
}
