using System.Globalization;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class UkTimeTests
{
    [Theory]
    [InlineData("2027-03-28T00:59:59Z", "2027-03-28T00:59:59+00:00")]
    [InlineData("2027-03-28T01:00:00Z", "2027-03-28T02:00:00+01:00")]
    [InlineData("2027-10-31T00:59:59Z", "2027-10-31T01:59:59+01:00")]
    [InlineData("2027-10-31T01:00:00Z", "2027-10-31T01:00:00+00:00")]
    [InlineData("2028-02-29T23:30:00Z", "2028-02-29T23:30:00+00:00")]
    [InlineData("2027-12-31T23:59:59Z", "2027-12-31T23:59:59+00:00")]
    public void Clocks_change_on_the_last_Sundays_of_March_and_October(string instant, string shown) =>
        UkTime.Format(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Should().Be(shown);

    [Theory]
    [InlineData(2027, 3, 28, 23)]
    [InlineData(2027, 10, 31, 25)]
    [InlineData(2028, 2, 29, 24)]
    public void A_day_has_as_many_hours_as_the_clocks_give_it(int year, int month, int day, int hours)
    {
        var date = new DateOnly(year, month, day);

        (UkTime.StartOf(date.AddDays(1)) - UkTime.StartOf(date)).TotalHours.Should().Be(hours);
        UkTime.ChangesOn(date).Should().Be(hours != 24);
    }

    [Fact]
    public void A_time_that_clocks_skip_is_an_hour_later() =>
        UkTime.Format(UkTime.At(new(2027, 3, 28), new(1, 30))).Should().Be("2027-03-28T02:30:00+01:00");

    [SkippableFact]
    public void It_is_the_time_of_London_as_the_time_zone_data_have_it()
    {
        Skip.IfNot(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var london), "There are no time zone data here.");
        for (var instant = new DateTimeOffset(2026, 1, 1, 0, 30, 0, TimeSpan.Zero); instant.Year < 2037; instant = instant.AddHours(1))
        {
            UkTime.Of(instant).Offset.Should().Be(london!.GetUtcOffset(instant), instant.ToString(CultureInfo.InvariantCulture));
        }
    }
}
