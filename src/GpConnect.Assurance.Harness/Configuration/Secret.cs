namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A value that must never reach a report or a log; it prints as asterisks.</summary>
public sealed class Secret(string value, string origin)
{
    /// <summary>Where it was taken from, for messages: an environment variable or a file, never the value.</summary>
    public string Origin { get; } = origin;

    public string Reveal() => value;

    public override string ToString() => "***";
}
