using System.Globalization;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>The values that were set, by path, each read as what its setting must be.</summary>
internal sealed partial class SettingValues
{
    private readonly Dictionary<string, SettingValue> _byPath = new(StringComparer.Ordinal);

    /// <param name="values">Later ones stand in place of earlier ones.</param>
    public SettingValues(IEnumerable<SettingValue> values)
    {
        foreach (var value in values)
        {
            _byPath[value.Path] = value;
        }
    }

    public SettingValue? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Names of the roles under <paramref name="section"/>, in the order they were set.</summary>
    public IEnumerable<string> Roles(string section) => _byPath.Keys
        .Where(path => path.StartsWith(section + ".", StringComparison.Ordinal))
        .Select(path => path[(section.Length + 1)..].Split('.')[0])
        .Distinct();

    public string? Text(string path) => Find(path) is { } value ? TextOf(value) : null;

    public IReadOnlyList<string>? Texts(string path) => Find(path) switch
    {
        null => null,
        { IsFromEnvironment: true } value => TextOf(value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        { Value: YamlSequence sequence } value => [.. sequence.Items.Select(item => TextOf(value with { Value = item }))],
        var value => [TextOf(value)],
    };

    public string? Url(string path)
    {
        if (Find(path) is not { } value)
        {
            return null;
        }

        var text = TextOf(value);
        return IsWebUrl(text) ? text : throw value.Wrong("write an absolute http or https URL.");
    }

    public string? RootUrl(string path) =>
        Find(path) is { } value ? ServiceRoots.ParseUrl(TextOf(value), value.Subject) : null;

    /// <summary>An absolute path, or null.</summary>
    public string? FilePath(string path)
    {
        if (Find(path) is not { } value)
        {
            return null;
        }

        var folder = value.File is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(value.File))!;
        return Path.GetFullPath(TextOf(value), folder);
    }

    /// <summary>The secret of the environment variable at <paramref name="path"/>, or else of the file that <c>{path}File</c> names.</summary>
    public Secret? Secret(string path)
    {
        if (Find(path) is { } value)
        {
            return new Secret(TextOf(value), $"the environment variable {value.Key.EnvironmentVariable}");
        }

        if (FilePath(path + "File") is not { } file)
        {
            return null;
        }

        try
        {
            return new Secret(File.ReadAllText(file).TrimEnd('\r', '\n'), $"the file {file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Find(path + "File")!.Wrong($"that file cannot be read: {exception.Message}");
        }
    }

    /// <summary>A whole number, not negative.</summary>
    public int? Number(string path)
    {
        if (Find(path) is not { } value)
        {
            return null;
        }

        return int.TryParse(TextOf(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw value.Wrong("write a whole number from 0 to 2147483647.");
    }

    public bool? Flag(string path) => Find(path) switch
    {
        null => null,
        { Value: YamlScalar { Text: "true" } } => true,
        { Value: YamlScalar { Text: "false" } } => false,
        var value => throw value.Wrong("write true or false."),
    };

    public TimeSpan? Duration(string path)
    {
        if (Find(path) is not { } value)
        {
            return null;
        }

        var form = DurationForm().Match(TextOf(value));
        var factor = form.Groups["unit"].Value switch { "ms" => 0.001, "m" => 60, _ => 1 };
        var seconds = form.Success ? double.Parse(form.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * factor : 0;
        return seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw value.Wrong("write a time up to an hour, such as 500ms, 10s or 2m.");
    }

    public int? Size(string path)
    {
        if (Find(path) is not { } value)
        {
            return null;
        }

        var form = SizeForm().Match(TextOf(value));
        var factor = form.Groups["unit"].Value switch { "KiB" => 1024, "MiB" => 1024 * 1024, _ => 1 };
        var bytes = form.Success ? long.Parse(form.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * factor : 0;
        return bytes is > 0 and <= 1024 * 1024 * 1024
            ? (int)bytes
            : throw value.Wrong("write a size up to 1024MiB, such as 5000, 64KiB or 10MiB.");
    }

    public IReadOnlyDictionary<string, string> Values(string path)
    {
        if (Find(path) is not { } value)
        {
            return new Dictionary<string, string>();
        }

        var mapping = (value.IsFromEnvironment ? YamlOf(value) : value.Value) as YamlMapping
            ?? throw value.Wrong("write names with values, such as {family: Smith}.");
        return mapping.Entries.ToDictionary(entry => entry.Key.Text, entry => TextOf(value with { Value = entry.Value, Path = $"{path}.{entry.Key.Text}" }));
    }

    /// <summary>True for an absolute http or https URL.</summary>
    public static bool IsWebUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static string TextOf(SettingValue value) =>
        value.Value is YamlScalar { IsNull: false, Text.Length: > 0 } scalar ? scalar.Text : throw value.Wrong("write a text.");

    private static YamlValue YamlOf(SettingValue value)
    {
        try
        {
            return YamlDocument.Read(TextOf(value));
        }
        catch (YamlFormatException)
        {
            return value.Value;
        }
    }

    [GeneratedRegex(@"^(?<number>\d{1,7}(\.\d{1,3})?) ?(?<unit>ms|s|m)?$")]
    private static partial Regex DurationForm();

    [GeneratedRegex(@"^(?<number>\d{1,10}) ?(?<unit>B|KiB|MiB)?$")]
    private static partial Regex SizeForm();
}
