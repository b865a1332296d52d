namespace GpConnect.Assurance.Fhir;

/// <summary>One place where two forms of a resource do not carry the same data.</summary>
/// <param name="Path">FHIRPath location, in the first of the two when it is there.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Left">What the first has: a value or resource type; null when it has nothing there.</param>
/// <param name="Right">What the second has.</param>
public sealed record FhirDifference(string Path, FhirDifferenceKind Kind, string? Left, string? Right)
{
    public override string ToString() => Kind switch
    {
        FhirDifferenceKind.OnlyLeft => $"{Path} is only in the first",
        FhirDifferenceKind.OnlyRight => $"{Path} is only in the second",
        _ => $"{Path} is '{Left}' in the first and '{Right}' in the second",
    };
}

public enum FhirDifferenceKind
{
    /// <summary>The element is in the first only.</summary>
    OnlyLeft,

    /// <summary>The element is in the second only.</summary>
    OnlyRight,

    /// <summary>The values differ as text: the precision of a decimal and the offset of a time count.</summary>
    Value,

    ResourceType,
}
