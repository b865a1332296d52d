using System.Globalization;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>The time that the practices' clocks show: Greenwich Mean Time, and an hour ahead of it from the last Sunday of March to
/// the last Sunday of October. Stated here, so that no time zone data need be installed.</summary>
internal static class UkTime
{
    private const int Last = 5;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "Europe/London",
        TimeSpan.Zero,
        "United Kingdom time",
        "Greenwich Mean Time",
        "British Summer Time",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 1, 0, 0), 3, Last, DayOfWeek.Sunday),
                TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 10, Last, DayOfWeek.Sunday)),
        ]);

    /// <summary>The instant as UK clocks show it, with their offset.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>When UK clocks show this; of two such instants, in October, the later one, and of none, in March, an hour later.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        return Of(new DateTimeOffset(shown, Zone.GetUtcOffset(shown)));
    }

    /// <summary>When the day starts.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>Whether UK clocks are put forward or back on this day.</summary>
    public static bool ChangesOn(DateOnly day) => day is { DayOfWeek: DayOfWeek.Sunday, Month: 3 or 10, Day: > 24 };

    /// <summary>Seconds and a numeric offset, as appointment data have it: <c>2027-03-30T09:00:00+01:00</c> (GPC-APT-045).</summary>
    public static string Format(DateTimeOffset instant) => Of(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
