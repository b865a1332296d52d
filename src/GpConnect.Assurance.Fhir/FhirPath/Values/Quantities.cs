namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>Compares and combines quantities.</summary>
internal static class Quantities
{
    /// <summary>Negative, zero or positive; null when the units do not convert into one another.</summary>
    public static int? Compare(FhirPathQuantity left, FhirPathQuantity right)
    {
        if (left.IsCalendar != right.IsCalendar && !(IsSecond(left) && IsSecond(right)))
        {
            return null;
        }

        return Ucum.Convert(left.Value, Code(left), Code(right)) is { } converted ? converted.CompareTo(right.Value) : null;
    }

    public static FhirPathQuantity? Add(FhirPathQuantity left, FhirPathQuantity right, int sign) =>
        left.IsCalendar == right.IsCalendar && Ucum.Convert(right.Value, Code(right), Code(left)) is { } converted
            ? left with { Value = left.Value + (sign * converted) }
            : null;

    /// <summary>The singular of a calendar word, or null when it is none.</summary>
    public static string? CalendarUnit(string word) => word.TrimEnd('s') switch
    {
        "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "millisecond" => word.TrimEnd('s'),
        _ => null,
    };

    /// <summary>The calendar unit that a UCUM code of time stands for when it is added to a date; null when it is none.</summary>
    public static string? CalendarUnitOf(FhirPathQuantity quantity) => quantity.IsCalendar ? quantity.Unit : quantity.Unit switch
    {
        "a" => "year",
        "mo" => "month",
        "wk" => "week",
        "d" => "day",
        "h" => "hour",
        "min" => "minute",
        "s" => "second",
        "ms" => "millisecond",
        _ => null,
    };

    public static string UcumOf(string calendarUnit) => calendarUnit switch
    {
        "year" => "a",
        "month" => "mo",
        "week" => "wk",
        "day" => "d",
        "hour" => "h",
        "minute" => "min",
        "second" => "s",
        _ => "ms",
    };

    private static bool IsSecond(FhirPathQuantity quantity) => quantity.Unit is "second" or "millisecond" or "s" or "ms";

    private static string Code(FhirPathQuantity quantity) => quantity.IsCalendar ? UcumOf(quantity.Unit) : quantity.Unit;
}
