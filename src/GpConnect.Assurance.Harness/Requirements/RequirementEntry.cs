using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>A mapping of a requirements file, read key by key; what is wrong is told with its place and the entry's name.</summary>
internal sealed partial class RequirementEntry
{
    private static readonly string[] RequirementKeys =
    [
        "id", "title", "page", "section", "party", "level", "kind", "interaction", "statement", "verify", "automatable", "inferred",
        "readings", "same_as", "proved_in", "resource", "fhirpath",
    ];

    private readonly YamlMapping _mapping;

    public RequirementEntry(string name, YamlValue value, IReadOnlyList<string> knownKeys)
    {
        Name = name;
        _mapping = value as YamlMapping ?? throw Error(value, $"{name} is {value.Describe}; write keys with values.");
        foreach (var (key, _) in _mapping.Entries)
        {
            if (!knownKeys.Contains(key.Text))
            {
                throw Error(key, $"{name} has the unknown key \"{key.Text}\"{Suggestion.EndOfSentence(key.Text, knownKeys)}");
            }
        }
    }

    /// <summary>How messages call it: for a requirement its id.</summary>
    public string Name { get; }

    public static RequirementEntry OfRequirement(YamlValue value)
    {
        var entry = new RequirementEntry(IdOf(value) ?? "This entry", value, RequirementKeys);
        var id = entry.Text("id");
        return IdForm().IsMatch(id)
            ? entry
            : throw entry.Error("id", $"The id \"{id}\" has not the form GPC-API-001; three capitals and at least three digits.");
    }

    public string Text(string key) =>
        OptionalText(key) ?? throw Error(_mapping, $"{Name} lacks the key \"{key}\"; add it.");

    public string? OptionalText(string key)
    {
        var value = Find(key);
        return value switch
        {
            null => null,
            YamlScalar { IsNull: false, Text.Length: > 0 } scalar => scalar.Text,
            _ => throw Error(value, $"{Name} has {value.Describe} at \"{key}\"; write a text."),
        };
    }

    public T OneOf<T>(string key)
        where T : struct, Enum
    {
        var text = Text(key);
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw Error(key, $"{Name} has the {key} \"{text}\"; write one of {string.Join(", ", Enum.GetNames<T>().Select(name => CaseOf(key, name)))}.");
    }

    public bool Flag(string key) => OptionalText(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw Error(key, $"{Name} has \"{other}\" at \"{key}\"; write true or false."),
    };

    /// <summary>A text, or a list of texts; none when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequence sequence => [.. sequence.Items.Select(item => ItemText(key, item))],
        var value => [ItemText(key, value)],
    };

    public IReadOnlyList<YamlValue> Items(string key) => Find(key) switch
    {
        null => throw Error(_mapping, $"{Name} lacks the key \"{key}\"; add it."),
        YamlSequence sequence => sequence.Items,
        var value => throw Error(value, $"{Name} has {value.Describe} at \"{key}\"; write a list."),
    };

    public Automatable Automatable()
    {
        var text = Text("automatable");
        var form = AutomatableForm().Match(text);
        if (!form.Success)
        {
            throw Error("automatable", $"{Name} has the automatable \"{text}\"; write yes, \"partly: what is left\" or \"no: how it is evidenced\".");
        }

        var degree = Enum.Parse<AutomationDegree>(form.Groups["degree"].Value, ignoreCase: true);
        return new Automatable(degree, form.Groups["why"].Success ? form.Groups["why"].Value : null);
    }

    public IReadOnlyList<RequirementReading> Readings() =>
        Find("readings") is null ? [] : [.. Items("readings").Select(Reading)];

    public YamlFormatException Error(string key, string message) => Error(Find(key) ?? _mapping, message);

    private static YamlFormatException Error(YamlValue at, string message) => new(message, at.Line, at.Column);

    private static string CaseOf(string key, string name) => key == "level" ? name.ToUpperInvariant() : name.ToLowerInvariant();

    private RequirementReading Reading(YamlValue item)
    {
        var reading = new RequirementEntry($"A reading of {Name}", item, ["accept", "page"]);
        return new RequirementReading(reading.Text("accept"), reading.Text("page"));
    }

    private string ItemText(string key, YamlValue item) =>
        item is YamlScalar { IsNull: false, Text.Length: > 0 } scalar
            ? scalar.Text
            : throw Error(item, $"{Name} has {item.Describe} among \"{key}\"; write a text.");

    private YamlValue? Find(string key) => Find(_mapping, key);

    private static YamlValue? Find(YamlMapping mapping, string key) => mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    private static string? IdOf(YamlValue value) =>
        value is YamlMapping mapping && Find(mapping, "id") is YamlScalar { IsNull: false } id ? id.Text : null;

    [GeneratedRegex(@"^GPC-[A-Z]{3}-\d{3,}$")]
    private static partial Regex IdForm();

    /// <summary>The reason follows a colon, a dash, or stands in brackets.</summary>
    [GeneratedRegex(@"^(?:(?<degree>yes)|(?<degree>partly|no)(?:(?:: | - )(?<why>.+)| \((?<why>.+)\)))$", RegexOptions.Singleline)]
    private static partial Regex AutomatableForm();
}
