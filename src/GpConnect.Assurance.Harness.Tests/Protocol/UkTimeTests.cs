using GpConnect.Assurance.Harness.Protocol;
using GpConnect.Assurance.Harness.Tests.Client;

namespace GpConnect.Assurance.Harness.Tests.Protocol;

public sealed class UkTimeTests
{
    [Theory]
    [InlineData("2027-03-28T00:59:59Z", "2027-03-28T00:59:59+00:00")]
    [InlineData("2027-03-28T01:00:00Z", "2027-03-28T02:00:00+01:00")]
    [InlineData("2027-10-31T00:59:59Z", "2027-10-31T01:59:59+01:00")]
    [InlineData("2027-10-31T01:00:00Z", "2027-10-31T01:00:00+00:00")]
    [InlineData("2028-02-29T12:00:00Z", "2028-02-29T12:00:00+00:00")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02T00:30:00+01:00")]
    public void An_instant_is_told_as_the_clocks_show_it(string instant, string told) => UkTime.Text(DateTimeOffset.Parse(instant)).Should().Be(told);

    [Theory]
    [InlineData("2027-03-28", "00:30", "2027-03-28T00:30:00+00:00")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T02:30:00+01:00")]
    [InlineData("2027-10-31", "00:30", "2027-10-31T00:30:00+01:00")]
    [InlineData("2027-10-31", "03:00", "2027-10-31T03:00:00+00:00")]
    public void A_time_of_day_is_the_instant_at_which_the_clocks_show_it(string day, string time, string told) =>
        UkTime.Text(UkTime.At(DateOnly.Parse(day), TimeOnly.Parse(time))).Should().Be(told);

    [Theory]
    [InlineData("2027-03-01", "2027-03-28")]
    [InlineData("2027-03-28", "2027-03-28")]
    [InlineData("2027-03-29", "2027-10-31")]
    [InlineData("2027-12-31", "2028-03-26")]
    public void The_next_change_is_the_last_Sunday_of_March_or_October(string from, string change) =>
        UkTime.NextChange(DateOnly.Parse(from)).Should().Be(DateOnly.Parse(change));

    [Fact]
    public void Today_is_the_day_in_the_United_Kingdom() =>
        UkTime.Today(new FixedClock(DateTimeOffset.Parse("2026-06-30T23:15:00Z"))).Should().Be(new DateOnly(2026, 7, 1));
}
