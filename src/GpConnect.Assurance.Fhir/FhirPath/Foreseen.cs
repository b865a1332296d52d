namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>What a part of an expression comes to, as far as it can be told from which children the focus has, without looking into them.</summary>
internal enum Foreseen
{
    /// <summary>It takes an evaluation to tell.</summary>
    Unknown,

    /// <summary>No item.</summary>
    Empty,

    /// <summary>One item or more, whatever they are.</summary>
    Some,
    True,
    False,

    /// <summary>The number 0.</summary>
    Zero,

    /// <summary>A whole number above 0.</summary>
    Positive,
}
