namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>Statuses as reports show them.</summary>
public static class CoverageWords
{
    public static string Of(CoverageStatus status) => status switch
    {
        CoverageStatus.Proved => "proved",
        CoverageStatus.Untested => "untested proof",
        CoverageStatus.Unproved => "no proof",
        CoverageStatus.NotAutomatable => "not automatable",
        _ => "other party",
    };
}
