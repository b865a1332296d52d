using System.Globalization;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Compares a value with the minimum or maximum of a definition.</summary>
internal static class ValueOrder
{
    /// <returns>0 also when the two cannot be compared.</returns>
    internal static int Compare(FhirNode actual, FhirNode limit, PrimitiveType type)
    {
        if (!actual.HasValue || !limit.HasValue)
        {
            return 0;
        }

        return PrimitiveFormat.JsonKind(type) == FhirValueKind.Number
            ? CompareNumbers(actual, limit)
            : CompareDates(actual, limit, type);
    }

    private static int CompareNumbers(FhirNode actual, FhirNode limit) =>
        decimal.TryParse(actual.ValueUtf8, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && decimal.TryParse(limit.ValueUtf8, NumberStyles.Number, CultureInfo.InvariantCulture, out var bound)
            ? number.CompareTo(bound)
            : 0;

    /// <summary>Dates of one precision compare as text; others are left alone, since a partial date can be both.</summary>
    private static int CompareDates(FhirNode actual, FhirNode limit, PrimitiveType type)
    {
        var isDate = type is PrimitiveType.Date or PrimitiveType.Time;
        return isDate && actual.ValueUtf8.Length == limit.ValueUtf8.Length ? actual.ValueUtf8.SequenceCompareTo(limit.ValueUtf8) : 0;
    }
}
