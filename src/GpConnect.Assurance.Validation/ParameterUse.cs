namespace GpConnect.Assurance.Validation;

/// <summary>Which parameters of an operation a Parameters resource holds.</summary>
public enum ParameterUse
{
    /// <summary>Those of the request.</summary>
    In,

    /// <summary>Those of the response.</summary>
    Out,
}
