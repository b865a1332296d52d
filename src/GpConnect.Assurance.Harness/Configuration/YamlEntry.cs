namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A key of a mapping and its value; a key is there once.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlValue Value);
