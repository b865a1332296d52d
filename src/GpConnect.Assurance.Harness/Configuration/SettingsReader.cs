namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Reads the settings of a run from a YAML file and the environment.</summary>
public static class SettingsReader
{
    /// <summary>Settings from <paramref name="yamlFile"/>, overridden by the <c>GPC_…</c> variables of <paramref name="environment"/>.</summary>
    /// <param name="yamlFile">Path of the file; null for none. Paths in it are relative to its folder.</param>
    /// <param name="environment">Environment variables by name; those that do not start with <c>GPC_</c> are ignored.</param>
    /// <exception cref="SettingsException">The file cannot be read, or a setting is unknown or has a wrong value.</exception>
    public static TargetSettings Read(string? yamlFile, IReadOnlyDictionary<string, string> environment) => throw new SettingsException("x");
}
