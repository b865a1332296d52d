namespace GpConnect.Assurance.Harness.Lint;

public enum LintSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>A verdict cannot be trusted until it is mended.</summary>
    Error,
}
