namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A YAML text, or what it says, cannot be used; the message is one sentence, which does not name the place.</summary>
internal sealed class YamlFormatException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
