namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>How binding a requirement is, in the words of RFC 2119.</summary>
public enum RequirementLevel
{
    Shall,
    Should,
    May,
}
