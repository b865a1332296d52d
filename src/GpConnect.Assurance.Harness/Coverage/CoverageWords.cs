namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>Statuses as reports show them.</summary>
public static class CoverageWords
{
    public static string Of(CoverageRow row) => row.Status switch
    {
        CoverageStatus.Proved => "proved",
        CoverageStatus.Untested => "untested proof",
        CoverageStatus.Unproved => "no proof",
        CoverageStatus.Elsewhere => $"left to {row.ProvedIn}",
        CoverageStatus.NotAutomatable => "not automatable",
        _ => "other party",
    };
}
