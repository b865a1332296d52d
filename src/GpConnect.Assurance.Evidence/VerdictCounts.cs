namespace GpConnect.Assurance.Evidence;

/// <summary>How many of something came to each verdict.</summary>
public readonly record struct VerdictCounts(int Pass = 0, int Info = 0, int Skip = 0, int Warn = 0, int Fail = 0, int Error = 0)
{
    public int Total => Pass + Info + Skip + Warn + Fail + Error;

    /// <summary>Null when nothing was counted.</summary>
    public Verdict? Worst => Total == 0 ? null : Enum.GetValues<Verdict>().Where(IsPresent).Max();

    public int this[Verdict verdict] => verdict switch
    {
        Verdict.Pass => Pass,
        Verdict.Info => Info,
        Verdict.Skip => Skip,
        Verdict.Warn => Warn,
        Verdict.Fail => Fail,
        _ => Error,
    };

    public static VerdictCounts Of(IEnumerable<Verdict> verdicts) => verdicts.Aggregate(new VerdictCounts(), (counts, verdict) => counts.With(verdict));

    public static VerdictCounts operator +(VerdictCounts left, VerdictCounts right) => left.Add(right);

    public VerdictCounts Add(VerdictCounts other) =>
        new(Pass + other.Pass, Info + other.Info, Skip + other.Skip, Warn + other.Warn, Fail + other.Fail, Error + other.Error);

    /// <summary>The counts with one more of this verdict.</summary>
    public VerdictCounts With(Verdict verdict) => verdict switch
    {
        Verdict.Pass => this with { Pass = Pass + 1 },
        Verdict.Info => this with { Info = Info + 1 },
        Verdict.Skip => this with { Skip = Skip + 1 },
        Verdict.Warn => this with { Warn = Warn + 1 },
        Verdict.Fail => this with { Fail = Fail + 1 },
        _ => this with { Error = Error + 1 },
    };

    private bool IsPresent(Verdict verdict) => this[verdict] > 0;
}
