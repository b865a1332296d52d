namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Reads the values of a configuration file; a key that is no setting's is an error.</summary>
internal sealed class SettingsFile
{
    private readonly string _file;
    private readonly List<SettingValue> _values = [];

    private SettingsFile(string file) => _file = file;

    public static IReadOnlyList<SettingValue> Read(string file)
    {
        var reading = new SettingsFile(file);
        try
        {
            reading.Walk(YamlDocument.Read(File.ReadAllText(file)), "", SettingKeys.All, depth: 0);
            return reading._values;
        }
        catch (YamlFormatException exception)
        {
            throw reading.At(exception.Line, exception.Column, exception.Message);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SettingsException($"The configuration file {file} does not exist.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The configuration file {file} cannot be read: {exception.Message}", exception);
        }
    }

    private void Walk(YamlValue value, string path, IEnumerable<SettingKey> keys, int depth)
    {
        switch (value)
        {
            case YamlScalar { IsNull: true }:
                break;
            case YamlMapping mapping:
                var byName = keys.ToLookup(key => key.Path.Split('.')[depth]);
                foreach (var entry in mapping.Entries)
                {
                    Take(entry, path, byName, depth);
                }

                break;
            default:
                throw At(value.Line, value.Column, $"{(path.Length == 0 ? "The file" : path)} is {value.Describe}; write keys with values.");
        }
    }

    private void Take(YamlEntry entry, string path, ILookup<string, SettingKey> byName, int depth)
    {
        var name = NameOf(entry.Key, byName);
        var keys = byName[name].ToList();
        var entryPath = path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}";
        if (keys is not [var key] || key.Path.Split('.').Length > depth + 1)
        {
            Walk(entry.Value, entryPath, keys, depth + 1);
        }
        else if (entry.Value is not YamlScalar { IsNull: true })
        {
            _values.Add(Checked(new SettingValue(key, entryPath, entry.Value, _file)));
        }
    }

    private string NameOf(YamlScalar key, ILookup<string, SettingKey> byName)
    {
        if (byName.Contains(SettingKey.Role))
        {
            return SettingKey.IsRole(key.Text)
                ? SettingKey.Role
                : throw At(key.Line, key.Column, $"The role \"{key.Text}\" is not lower-case letters, digits and single hyphens; rename it.");
        }

        return byName.Contains(key.Text)
            ? key.Text
            : throw At(key.Line, key.Column, $"The key \"{key.Text}\" is not known{Suggestion.EndOfSentence(key.Text, byName.Select(group => group.Key))}");
    }

    private static SettingValue Checked(SettingValue value) => value.Key.Kind != SettingKind.Secret
        ? value
        : throw new SettingsException(
            $"{value.Subject} must not stand in a file; set the environment variable {value.Key.EnvironmentVariable}, or name the file that holds it in {value.Path}File.");

    private SettingsException At(int line, int column, string message) => new($"{_file}:{line}:{column}: {message}");
}
