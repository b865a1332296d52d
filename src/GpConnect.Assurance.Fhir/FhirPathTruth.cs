namespace GpConnect.Assurance.Fhir;

/// <summary>What an expression says when it is asked as a rule.</summary>
public enum FhirPathTruth
{
    False,
    True,

    /// <summary>The expression has no result at all. FHIR's invariants count that as not met.</summary>
    Empty,

    /// <summary>It depends on something not known here: a reference that cannot be resolved, dates of different precision.</summary>
    Undecided,
}
