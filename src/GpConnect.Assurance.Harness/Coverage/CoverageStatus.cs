namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>What can be said of the proof of a requirement.</summary>
public enum CoverageStatus
{
    /// <summary>Checks of it hold against the sound practice, and fail where a defect breaks it.</summary>
    Proved,

    /// <summary>Checks of it hold against the sound practice; no defect shows that they can fail.</summary>
    Untested,

    /// <summary>Nothing checks it.</summary>
    Unproved,

    /// <summary>Nothing checks it yet: only the interactions of another pack show it.</summary>
    Elsewhere,

    /// <summary>No test client can see it; the catalogue says how it is evidenced instead.</summary>
    NotAutomatable,

    /// <summary>It binds consumers or the Spine, not the provider under test.</summary>
    OtherParty,
}
