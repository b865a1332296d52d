using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Cli;

/// <summary>Ends a command with one sentence for the user and an exit code.</summary>
public sealed class UserErrorException(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
