namespace GpConnect.Assurance.Evidence;

/// <summary>What a check, and by its worst check a scenario, came to. Ordered from best to worst.</summary>
public enum Verdict
{
    /// <summary>What was asked for was seen.</summary>
    Pass,

    /// <summary>Something worth knowing that breaks nothing: a MAY, or which of several allowed readings was taken.</summary>
    Info,

    /// <summary>Not checked, with a reason: capability not declared, test data not mapped.</summary>
    Skip,

    /// <summary>A SHOULD is broken.</summary>
    Warn,

    /// <summary>A SHALL is broken.</summary>
    Fail,

    /// <summary>The harness itself failed, or the provider could not be reached: no verdict on conformance.</summary>
    Error,
}
