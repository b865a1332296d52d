namespace GpConnect.Assurance.Validation;

/// <summary>The forms of date, dateTime, instant and time (<c>http://hl7.org/fhir/STU3/datatypes.html</c>), with the calendar checked.</summary>
internal static class DateForm
{
    private const int WholeDate = 10;

    internal static bool IsDate(ReadOnlySpan<byte> value) =>
        value is [(byte)'-', .. var positive] ? IsDatePart(positive) : IsDatePart(value);

    internal static bool IsDateTime(ReadOnlySpan<byte> value)
    {
        var unsigned = value is [(byte)'-', .. var positive] ? positive : value;
        return unsigned.Length <= WholeDate ? IsDatePart(unsigned) : IsInstant(unsigned);
    }

    internal static bool IsInstant(ReadOnlySpan<byte> value)
    {
        if (value.Length <= WholeDate || value[WholeDate] != (byte)'T' || !IsDatePart(value[..WholeDate]))
        {
            return false;
        }

        var time = value[(WholeDate + 1)..];
        var zone = time.IndexOfAny((byte)'Z', (byte)'+', (byte)'-');
        return zone > 0 && IsTimeOfDay(time[..zone], lastSecond: 60) && IsZone(time[zone..]);
    }

    internal static bool IsTime(ReadOnlySpan<byte> value) => IsTimeOfDay(value, lastSecond: 59);

    private static bool IsDatePart(ReadOnlySpan<byte> value)
    {
        if (value.Length is not (4 or 7 or WholeDate) || !TryNumber(value[..4], out var year) || year == 0)
        {
            return false;
        }

        if (value.Length == 4)
        {
            return true;
        }

        if (value[4] != (byte)'-' || !TryNumber(value[5..7], out var month) || month is < 1 or > 12)
        {
            return false;
        }

        return value.Length == 7
            || (value[7] == (byte)'-' && TryNumber(value[8..], out var day) && day >= 1 && day <= DateTime.DaysInMonth(year, month));
    }

    private static bool IsTimeOfDay(ReadOnlySpan<byte> value, int lastSecond)
    {
        if (value.Length < 8 || value[2] != (byte)':' || value[5] != (byte)':')
        {
            return false;
        }

        var isTime = TryNumber(value[..2], out var hour) && hour < 24
            && TryNumber(value[3..5], out var minute) && minute < 60
            && TryNumber(value[6..8], out var second) && second <= lastSecond;
        var fraction = value[8..];
        return isTime
            && (fraction.IsEmpty || (fraction[0] == (byte)'.' && fraction.Length > 1 && fraction[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0));
    }

    private static bool IsZone(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("Z"u8))
        {
            return true;
        }

        return value.Length == 6
            && value[3] == (byte)':'
            && TryNumber(value[1..3], out var hours)
            && TryNumber(value[4..], out var minutes)
            && (hours < 14 ? minutes < 60 : hours == 14 && minutes == 0);
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
