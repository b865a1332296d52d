namespace GpConnect.Assurance.Cli.Validate;

/// <summary>How verdicts are written (docs/validation.md, Output).</summary>
internal enum VerdictFormat
{
    Text,
    Json,
    Outcome,
    JUnit,
}
