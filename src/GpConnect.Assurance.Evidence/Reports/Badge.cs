namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>A verdict as a word in its colour.</summary>
internal static class Badge
{
    public static void Write(Html html, Verdict verdict) => html.Put("span", verdict.Label(), ("class", $"badge {verdict.Word()}"));

    public static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Info => "✓",
        Verdict.Skip => "–",
        Verdict.Warn => "!",
        Verdict.Fail => "✕",
        _ => "?",
    };
}
