using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>A date, date and time, or time of day, each as far as it is given.</summary>
internal readonly struct PartialDateTime
{
    private const short NoOffset = short.MinValue;
    private readonly DateTime _local;
    private readonly short _offsetMinutes;
    private readonly byte _fractionDigits;

    private PartialDateTime(DateTime local, short offsetMinutes, TemporalPrecision precision, TemporalForm form, byte fractionDigits)
    {
        _local = local;
        _offsetMinutes = offsetMinutes;
        _fractionDigits = fractionDigits;
        Precision = precision;
        Form = form;
    }

    public TemporalPrecision Precision { get; }

    public TemporalForm Form { get; }

    public bool HasOffset => _offsetMinutes != NoOffset;

    public static PartialDateTime Of(DateTimeOffset value) =>
        new(DateTime.SpecifyKind(value.DateTime, DateTimeKind.Unspecified), (short)value.Offset.TotalMinutes, TemporalPrecision.Second, TemporalForm.DateTime, 3);

    public static bool TryParse(string text, out PartialDateTime value) => TryParse(Encoding.UTF8.GetBytes(text), out value);

    /// <summary>Reads <c>YYYY[-MM[-DD[Thh[:mm[:ss[.fff]]][Z|±hh:mm]]]]</c>; a trailing <c>T</c> marks a partial date as a date and time.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out PartialDateTime value)
    {
        value = default;
        var rest = text;
        if (!TryDigits(ref rest, 4, out var year) || year == 0)
        {
            return false;
        }

        int month = 1, day = 1;
        var precision = TemporalPrecision.Year;
        if (TryTake(ref rest, '-'))
        {
            precision = TemporalPrecision.Month;
            if (!TryDigits(ref rest, 2, out month) || month is < 1 or > 12)
            {
                return false;
            }

            if (TryTake(ref rest, '-'))
            {
                precision = TemporalPrecision.Day;
                if (!TryDigits(ref rest, 2, out day) || day < 1 || day > DateTime.DaysInMonth(year, month))
                {
                    return false;
                }
            }
        }

        var date = new DateTime(year, month, day);
        if (rest.IsEmpty)
        {
            value = new PartialDateTime(date, NoOffset, precision, TemporalForm.Date, 0);
            return true;
        }

        if (!TryTake(ref rest, 'T'))
        {
            return false;
        }

        if (rest.IsEmpty)
        {
            value = new PartialDateTime(date, NoOffset, precision, TemporalForm.DateTime, 0);
            return true;
        }

        return precision == TemporalPrecision.Day && TryTime(rest, date, TemporalForm.DateTime, out value);
    }

    /// <summary>Reads <c>hh[:mm[:ss[.fff]]]</c>.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out PartialDateTime value) => TryTime(text, new DateTime(1, 1, 2), TemporalForm.Time, out value);

    /// <summary>Orders two values.</summary>
    /// <param name="defaultOffset">The offset of a time that states none, when the other states one.</param>
    /// <returns>Negative, zero or positive; null when one is less precise than would be needed, or they are of different kinds.</returns>
    public static int? Compare(in PartialDateTime left, in PartialDateTime right, TimeSpan defaultOffset)
    {
        if ((left.Form == TemporalForm.Time) != (right.Form == TemporalForm.Time))
        {
            return null;
        }

        var (one, other) = (left._local, right._local);
        if ((left.HasOffset || right.HasOffset) && left.Precision >= TemporalPrecision.Hour && right.Precision >= TemporalPrecision.Hour)
        {
            one = left.AsUtc(defaultOffset);
            other = right.AsUtc(defaultOffset);
        }

        var shared = left.Precision < right.Precision ? left.Precision : right.Precision;
        var order = Truncate(one, shared).CompareTo(Truncate(other, shared));
        return order != 0 || left.Precision == right.Precision ? order : null;
    }

    /// <summary>Adds a number of calendar units; finer units than the precision count only as far as they fill coarser ones.</summary>
    /// <returns>Null when the result is no date, or the unit is none of time.</returns>
    public PartialDateTime? Add(decimal amount, string unit)
    {
        try
        {
            var moved = unit switch
            {
                "year" => _local.AddYears((int)amount),
                "month" when Precision == TemporalPrecision.Year => _local.AddYears((int)amount / 12),
                "month" => _local.AddMonths((int)amount),
                "week" => AddSpan(TimeSpan.FromDays((int)amount * 7)),
                "day" => AddSpan(TimeSpan.FromDays((int)amount)),
                "hour" => AddSpan(TimeSpan.FromHours((int)amount)),
                "minute" => AddSpan(TimeSpan.FromMinutes((int)amount)),
                "second" => AddSpan(new TimeSpan((long)(amount * TimeSpan.TicksPerSecond))),
                "millisecond" => AddSpan(new TimeSpan((long)(amount * TimeSpan.TicksPerMillisecond))),
                _ => (DateTime?)null,
            };
            return moved is { } local ? new PartialDateTime(Wrap(local), _offsetMinutes, Precision, Form, FractionDigitsAfter(unit)) : null;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    public PartialDateTime DateOnly() =>
        new(_local.Date, NoOffset, Precision < TemporalPrecision.Day ? Precision : TemporalPrecision.Day, TemporalForm.Date, 0);

    public PartialDateTime AsDateTime() => new(_local, _offsetMinutes, Precision, TemporalForm.DateTime, _fractionDigits);

    public PartialDateTime TimeOfDay() =>
        new(new DateTime(1, 1, 2) + _local.TimeOfDay, NoOffset, TemporalPrecision.Second, TemporalForm.Time, _fractionDigits);

    public override string ToString()
    {
        var text = new StringBuilder();
        if (Form != TemporalForm.Time)
        {
            var format = Precision switch { TemporalPrecision.Year => "yyyy", TemporalPrecision.Month => "yyyy-MM", _ => "yyyy-MM-dd" };
            text.Append(_local.ToString(format, CultureInfo.InvariantCulture));
            if (Form == TemporalForm.DateTime && Precision >= TemporalPrecision.Hour)
            {
                text.Append('T');
            }
        }

        if (Precision >= TemporalPrecision.Hour)
        {
            var format = Precision switch { TemporalPrecision.Hour => "HH", TemporalPrecision.Minute => "HH:mm", _ => "HH:mm:ss" };
            format = _fractionDigits > 0 ? format + "." + new string('f', _fractionDigits) : format;
            text.Append(_local.ToString(format, CultureInfo.InvariantCulture));
        }

        if (HasOffset)
        {
            var minutes = Math.Abs((int)_offsetMinutes);
            text.Append(_offsetMinutes == 0 ? "Z" : string.Create(CultureInfo.InvariantCulture, $"{(_offsetMinutes < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}"));
        }

        return text.ToString();
    }

    private DateTime AsUtc(TimeSpan defaultOffset)
    {
        var offset = HasOffset ? TimeSpan.FromMinutes(_offsetMinutes) : defaultOffset;
        var ticks = Math.Clamp(_local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks);
    }

    private byte FractionDigitsAfter(string unit) => unit is "millisecond" or "second" && Precision == TemporalPrecision.Second
        ? Math.Max(_fractionDigits, unit == "millisecond" ? (byte)3 : (byte)0)
        : _fractionDigits;

    private DateTime AddSpan(TimeSpan span) => Precision switch
    {
        TemporalPrecision.Year => _local.AddYears((int)(span.TotalDays / 365)),
        TemporalPrecision.Month => _local.AddMonths((int)(span.TotalDays / 30)),
        TemporalPrecision.Day => _local.AddDays((int)span.TotalDays),
        TemporalPrecision.Hour => _local.AddHours((int)span.TotalHours),
        TemporalPrecision.Minute => _local.AddMinutes((int)span.TotalMinutes),
        _ => _local + span,
    };

    private DateTime Wrap(DateTime moved) => Form == TemporalForm.Time ? new DateTime(1, 1, 2) + moved.TimeOfDay : moved;

    private static DateTime Truncate(DateTime value, TemporalPrecision precision) => precision switch
    {
        TemporalPrecision.Year => new DateTime(value.Year, 1, 1),
        TemporalPrecision.Month => new DateTime(value.Year, value.Month, 1),
        TemporalPrecision.Day => value.Date,
        TemporalPrecision.Hour => value.Date.AddHours(value.Hour),
        TemporalPrecision.Minute => value.Date.AddMinutes((value.Hour * 60) + value.Minute),
        _ => value,
    };

    private static bool TryTime(ReadOnlySpan<byte> text, DateTime date, TemporalForm form, out PartialDateTime value)
    {
        value = default;
        var rest = text;
        if (!TryDigits(ref rest, 2, out var hour) || hour > 23)
        {
            return false;
        }

        int minute = 0, second = 0, fraction = 0;
        var fractionDigits = 0;
        var precision = TemporalPrecision.Hour;
        if (TryTake(ref rest, ':'))
        {
            precision = TemporalPrecision.Minute;
            if (!TryDigits(ref rest, 2, out minute) || minute > 59)
            {
                return false;
            }

            if (TryTake(ref rest, ':'))
            {
                precision = TemporalPrecision.Second;
                if (!TryDigits(ref rest, 2, out second) || second > 60 || (TryTake(ref rest, '.') && !TryFraction(ref rest, out fraction, out fractionDigits)))
                {
                    return false;
                }
            }
        }

        if (!TryOffset(ref rest, out var offset) || !rest.IsEmpty || (form == TemporalForm.Time && offset != NoOffset))
        {
            return false;
        }

        if (second == 60 && date.Date == DateTime.MaxValue.Date)
        {
            return false;
        }

        // A leap second counts as the start of the next minute.
        var local = date.AddTicks((((hour * 60L) + minute) * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction);
        value = new PartialDateTime(local, offset, precision, form, (byte)fractionDigits);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out int ticks, out int digits)
    {
        ticks = 0;
        digits = 0;
        var scale = (int)TimeSpan.TicksPerSecond;
        while (!rest.IsEmpty && char.IsAsciiDigit((char)rest[0]))
        {
            scale /= 10;
            ticks += (rest[0] - '0') * scale;
            digits = Math.Min(7, digits + 1);
            rest = rest[1..];
        }

        return digits > 0;
    }

    private static bool TryOffset(ref ReadOnlySpan<byte> rest, out short minutes)
    {
        minutes = NoOffset;
        if (rest.IsEmpty)
        {
            return true;
        }

        var sign = rest[0];
        if (TryTake(ref rest, 'Z'))
        {
            minutes = 0;
            return true;
        }

        if (sign is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        rest = rest[1..];
        if (!TryDigits(ref rest, 2, out var hours) || !TryTake(ref rest, ':') || !TryDigits(ref rest, 2, out var rem) || hours > 14 || rem > 59)
        {
            return false;
        }

        minutes = (short)(((hours * 60) + rem) * (sign == '-' ? -1 : 1));
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> rest, int count, out int value)
    {
        value = 0;
        if (rest.Length < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit((char)rest[i]))
            {
                return false;
            }

            value = (value * 10) + rest[i] - '0';
        }

        rest = rest[count..];
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, char character)
    {
        if (rest.IsEmpty || rest[0] != character)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }
}
