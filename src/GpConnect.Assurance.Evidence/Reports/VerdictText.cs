namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>How a verdict is written.</summary>
public static class VerdictText
{
    /// <summary>For people: <c>Not tested</c>, <c>Warning</c>.</summary>
    public static string Label(this Verdict verdict) => verdict switch
    {
        Verdict.Skip => "Not tested",
        Verdict.Warn => "Warning",
        _ => verdict.ToString(),
    };

    /// <summary>For JSON, options and style sheets: <c>skip</c>, <c>warn</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Info => "info",
        Verdict.Skip => "skip",
        Verdict.Warn => "warn",
        Verdict.Fail => "fail",
        _ => "error",
    };
}
