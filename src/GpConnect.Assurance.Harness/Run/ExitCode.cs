using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>What the process says to the shell.</summary>
public static class ExitCode
{
    public const int Passed = 0;

    /// <summary>The provider breaks a SHALL, or with <c>--strict</c> a SHOULD.</summary>
    public const int ConformanceFailure = 1;

    /// <summary>Command line or configuration.</summary>
    public const int Usage = 2;

    /// <summary>The target cannot be reached, the run did not come to its end, or the harness failed.</summary>
    public const int NoVerdict = 3;

    /// <summary>A failure outranks an error: that the provider is wrong stands, whatever else could not be seen.</summary>
    public static int Of(VerdictCounts scenarios, bool complete, bool strict) => scenarios switch
    {
        { Fail: > 0 } => ConformanceFailure,
        { Warn: > 0 } when strict => ConformanceFailure,
        { Error: > 0 } or { Total: 0 } => NoVerdict,
        _ => complete ? Passed : NoVerdict,
    };
}
