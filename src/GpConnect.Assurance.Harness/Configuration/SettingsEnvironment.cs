using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Reads the values of the <c>GPC_…</c> environment variables; one that is no setting's is an error, an empty one is not there.</summary>
internal static class SettingsEnvironment
{
    private const string Prefix = "GPC_";

    /// <summary>Named in the shell lines of a report, so people set it.</summary>
    private const string TokenOfShellLines = "GPC_TOKEN";

    public static IEnumerable<SettingValue> Read(IReadOnlyDictionary<string, string> environment) => environment
        .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && variable.Key != TokenOfShellLines && variable.Value.Length > 0)
        .OrderBy(variable => variable.Key, StringComparer.Ordinal)
        .Select(variable => ToValue(variable.Key, variable.Value));

    private static SettingValue ToValue(string name, string text)
    {
        foreach (var key in SettingKeys.All)
        {
            var match = Regex.Match(name, $"^{Regex.Escape(key.EnvironmentVariable).Replace("<ROLE>", "([A-Z0-9]+(?:_[A-Z0-9]+)*)")}$");
            if (match.Success)
            {
                var role = match.Groups[1].Value.ToLowerInvariant().Replace('_', '-');
                return new SettingValue(key, key.Path.Replace(SettingKey.Role, role), new YamlScalar(text, false, 1, 1), File: null);
            }
        }

        var known = SettingKeys.All.Select(key => key.EnvironmentVariable);
        throw new SettingsException($"The environment variable {name} is not known{Suggestion.EndOfSentence(name, known)}");
    }
}
