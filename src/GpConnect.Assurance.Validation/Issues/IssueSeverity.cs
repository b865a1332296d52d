namespace GpConnect.Assurance.Validation;

public enum IssueSeverity
{
    /// <summary>The document breaks a rule of FHIR or of a profile.</summary>
    Error,

    /// <summary>Probably wrong, or against a recommendation.</summary>
    Warning,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,
}
