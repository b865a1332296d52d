using System.Text;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>Reads a quantity from a string: <c>4</c>, <c>4 days</c>, <c>4.5 'mg'</c>.</summary>
internal static class QuantityText
{
    public static FhirPathQuantity? Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var number = space < 0 ? text : text[..space];
        var unit = space < 0 ? "" : text[space..].Trim();
        if (number.Length == 0 || !NodeValues.TryDecimal(Encoding.UTF8.GetBytes(number), out var value))
        {
            return null;
        }

        if (unit.Length == 0)
        {
            return new FhirPathQuantity(value, "1");
        }

        if (unit.Length > 2 && unit[0] == '\'' && unit[^1] == '\'')
        {
            return new FhirPathQuantity(value, unit[1..^1]);
        }

        return Quantities.CalendarUnit(unit) is { } calendar ? new FhirPathQuantity(value, calendar, IsCalendar: true) : null;
    }
}
