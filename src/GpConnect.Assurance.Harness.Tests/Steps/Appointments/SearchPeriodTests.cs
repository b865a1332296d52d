using GpConnect.Assurance.Harness.Steps.Appointments;

namespace GpConnect.Assurance.Harness.Tests.Steps.Appointments;

public sealed class SearchPeriodTests
{
    [Theory]
    [InlineData("2027-03-28", "2027-03-28", "2027-03-28T00:00:00+00:00", "2027-03-28T00:30:00+00:00", true)]
    [InlineData("2027-03-28", "2027-03-28", "2027-03-28T23:30:00+01:00", "2027-03-29T00:00:00+01:00", true)]
    [InlineData("2027-03-28", "2027-03-28", "2027-03-28T23:30:00+01:00", "2027-03-29T00:01:00+01:00", false)]
    [InlineData("2027-03-29", "2027-03-30", "2027-03-28T23:30:00+00:00", "2027-03-28T23:40:00+00:00", true)]
    [InlineData("2027-03-29", "2027-03-30", "2027-03-28T22:59:00+00:00", "2027-03-28T23:40:00+00:00", false)]
    [InlineData("2027-03-28T00:30:00+00:00", "2027-03-28T02:30:00+01:00", "2027-03-28T00:30:00+00:00", "2027-03-28T02:30:00+01:00", true)]
    [InlineData("2027-03-28T00:31:00+00:00", "2027-03-28T02:30:00+01:00", "2027-03-28T00:30:00+00:00", "2027-03-28T02:30:00+01:00", false)]
    public void A_slot_lies_in_it_whole_or_not_at_all(string from, string to, string start, string end, bool isIn)
    {
        var slot = new OfferedSlot { Id = "1", Schedule = "1", Start = DateTimeOffset.Parse(start), End = DateTimeOffset.Parse(end) };
        SearchPeriod.Of(from, to).Holds(slot).Should().Be(isIn);
    }
}
