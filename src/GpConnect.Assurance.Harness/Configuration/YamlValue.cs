namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A value of a YAML document, and where it stands (1-based).</summary>
internal abstract record YamlValue(int Line, int Column)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Describe { get; }
}
