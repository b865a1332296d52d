namespace GpConnect.Assurance.Validation;

/// <summary>One name under which an element can stand.</summary>
/// <param name="Rule">Null when the name exists in FHIR but the profile does not allow the type.</param>
/// <param name="Min">Of the type slice.</param>
/// <param name="Max">Of the type slice.</param>
/// <param name="Counter">Counts the elements of this name.</param>
internal sealed record ElementSlot(ElementGroup Group, string Name, ElementRule? Rule, int Min, int Max, int Counter)
{
    internal bool IsOfChoice { get; init; }
}
