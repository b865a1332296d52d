using System.Globalization;

namespace GpConnect.Assurance.Fhir;

/// <summary>A FHIRPath quantity.</summary>
/// <param name="Unit">A UCUM code (<c>mg</c>; <c>1</c> for none) or, when <paramref name="IsCalendar"/>, a calendar unit in the singular (<c>month</c>).</param>
/// <param name="IsCalendar">Written with a calendar word: <c>4 months</c> rather than <c>4 'mo'</c>.</param>
public sealed record FhirPathQuantity(decimal Value, string Unit, bool IsCalendar = false)
{
    public override string ToString()
    {
        var value = Value.ToString(CultureInfo.InvariantCulture);
        return IsCalendar ? $"{value} {Unit}{(Value is 1 or -1 ? "" : "s")}" : $"{value} '{Unit}'";
    }
}
