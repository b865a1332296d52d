using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>Verdicts as a console shows them.</summary>
internal static class VerdictWord
{
    public static string Of(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>A Spectre colour name.</summary>
    public static string ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "green",
        Verdict.Info => "blue",
        Verdict.Skip => "grey",
        Verdict.Warn => "yellow",
        Verdict.Fail => "red",
        _ => "magenta",
    };
}
