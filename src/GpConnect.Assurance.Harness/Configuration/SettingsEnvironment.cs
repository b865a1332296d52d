namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Reads the values of the <c>GPC_…</c> environment variables; one that is no setting's is an error, an empty one is not there.</summary>
internal static class SettingsEnvironment
{
    private const string Prefix = "GPC_";

    /// <summary>Named in the shell lines of a report, so people set them.</summary>
    private static readonly string[] OfShellLines = ["GPC_TOKEN", "GPC_COOKIE", "GPC_KEY"];

    public static IEnumerable<SettingValue> Read(IReadOnlyDictionary<string, string> environment) => environment
        .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && !OfShellLines.Contains(variable.Key) && variable.Value.Length > 0)
        .OrderBy(variable => variable.Key, StringComparer.Ordinal)
        .Select(variable => ToValue(variable.Key, variable.Value));

    private static SettingValue ToValue(string name, string text)
    {
        foreach (var key in SettingKeys.All)
        {
            if (PathOf(name, key) is { } path)
            {
                return new SettingValue(key, path, new YamlScalar(text, false, 1, 1), File: null);
            }
        }

        var known = SettingKeys.All.Select(key => key.EnvironmentVariable);
        throw new SettingsException($"The environment variable {name} is not known{Suggestion.EndOfSentence(name, known)}");
    }

    /// <summary>The path, its role by name, that the variable sets when it is that of <paramref name="key"/>; else null.</summary>
    private static string? PathOf(string name, SettingKey key)
    {
        if (key.EnvironmentVariable.Split("<ROLE>") is not [var start, var end])
        {
            return name == key.EnvironmentVariable ? key.Path : null;
        }

        if (name.Length <= start.Length + end.Length || !name.StartsWith(start, StringComparison.Ordinal) || !name.EndsWith(end, StringComparison.Ordinal))
        {
            return null;
        }

        var role = name[start.Length..^end.Length].ToLowerInvariant().Replace('_', '-');
        return SettingKey.IsRole(role) ? key.Path.Replace(SettingKey.Role, role) : null;
    }
}
