namespace GpConnect.Assurance.Harness.Diagnosis;

/// <summary>What a finding asks of whoever set the target up.</summary>
public enum FindingLevel
{
    /// <summary>Nothing: it is as it has to be.</summary>
    Fine,

    /// <summary>To know it: scenarios will be skipped, or a circumstance that may surprise.</summary>
    Note,

    /// <summary>To mend it: scenarios would fail for what was set up, not for what the provider does.</summary>
    Problem,
}
