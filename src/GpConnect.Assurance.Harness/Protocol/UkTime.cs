namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>
/// Time in the United Kingdom: an hour ahead of UTC from the last Sunday of March to that of October, 01:00 UTC each. Computed, so that
/// a machine without time zone data does as well.
/// </summary>
public static class UkTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:sszzz";
    private static readonly TimeSpan Summer = TimeSpan.FromHours(1);

    /// <summary>The same instant with the offset that the clocks of the United Kingdom have then.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant));

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    public static DateOnly Today(TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The instant at which the clocks show a time; one that they skip is taken as that of winter, one that they show twice as the first.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var inSummer = new DateTimeOffset(day.ToDateTime(time), Summer);
        return OffsetAt(inSummer) == Summer ? inSummer : Of(new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero));
    }

    /// <summary>As GP Connect writes it: seconds and a numeric offset.</summary>
    public static string Text(DateTimeOffset instant) => Of(instant).ToString(Form);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");

    /// <summary>The first day after that one, or that one, on which the clocks change.</summary>
    public static DateOnly NextChange(DateOnly from) =>
        new[] { LastSunday(from.Year, 3), LastSunday(from.Year, 10), LastSunday(from.Year + 1, 3) }.First(change => change >= from);

    private static TimeSpan OffsetAt(DateTimeOffset instant) =>
        instant >= ChangeIn(instant.UtcDateTime.Year, 3) && instant < ChangeIn(instant.UtcDateTime.Year, 10) ? Summer : TimeSpan.Zero;

    private static DateTimeOffset ChangeIn(int year, int month) => new(LastSunday(year, month).ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
