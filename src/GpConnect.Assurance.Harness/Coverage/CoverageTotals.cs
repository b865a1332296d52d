namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>How many of some requirements are proved.</summary>
/// <param name="Rows">Requirements that bind the provider and that a test client can see.</param>
/// <param name="Proved">Those with a proof that was seen to fail.</param>
/// <param name="Untested">Those with a proof that no defect has tested.</param>
/// <param name="Gaps">SHALLs without a tested proof.</param>
/// <param name="Elsewhere">Requirements that only the interactions of other packs show.</param>
/// <param name="NotAutomatable">Requirements that are evidenced otherwise.</param>
public sealed record CoverageTotals(int Rows, int Proved, int Untested, int Gaps, int Elsewhere, int NotAutomatable)
{
    public string Sentence => FormattableString.Invariant(
        $"{Proved} of {Rows} requirements that a test client can see are proved; {Untested} have a proof that no defect has tested, {Rows - Proved - Untested} have none; {Gaps} of the gaps are SHALLs; {Elsewhere} are left to other packs, {NotAutomatable} requirements are evidenced otherwise.");

    public static CoverageTotals Of(IEnumerable<CoverageRow> rows)
    {
        var own = rows.Where(row => row.Status != CoverageStatus.OtherParty).ToLookup(row => row.Status);
        var visible = own.Where(status => status.Key is not (CoverageStatus.NotAutomatable or CoverageStatus.Elsewhere)).SelectMany(status => status).ToList();
        return new CoverageTotals(
            visible.Count,
            own[CoverageStatus.Proved].Count(),
            own[CoverageStatus.Untested].Count(),
            visible.Count(row => row.IsGap),
            own[CoverageStatus.Elsewhere].Count(),
            own[CoverageStatus.NotAutomatable].Count());
    }
}
