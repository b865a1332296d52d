namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A value that was set, and by what.</summary>
/// <param name="Key">Which setting it is.</param>
/// <param name="Path">Its path, with roles by name.</param>
/// <param name="Value">What was written.</param>
/// <param name="File">The configuration file; null when it comes from the environment.</param>
internal sealed record SettingValue(SettingKey Key, string Path, YamlValue Value, string? File)
{
    public bool IsFromEnvironment => File is null;

    /// <summary>Start of a sentence about the value.</summary>
    public string Subject => IsFromEnvironment
        ? $"The environment variable {SettingKey.VariableOf(Path)}"
        : $"{File}:{Value.Line}:{Value.Column}: {Path}";

    public SettingsException Wrong(string whatToDo) => new($"{Subject} is {Written}; {whatToDo}");

    private string Written => Value is YamlScalar scalar ? $"\"{scalar.Text}\"" : Value.Describe;
}
