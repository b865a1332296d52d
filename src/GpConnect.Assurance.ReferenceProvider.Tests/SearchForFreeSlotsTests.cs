using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class SearchForFreeSlotsTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private const string Right = "status=free&start=ge2027-01-04&end=le2027-01-08&_include=Slot:schedule";

    private Consumer Consumer => provider.Consumer;

    [Theory]
    [InlineData("status=free&", "", "400 BAD_REQUEST")]
    [InlineData("status=free", "status=busy", "422 INVALID_PARAMETER")]
    [InlineData("status=free", "status=Free", "422 INVALID_PARAMETER")]
    [InlineData("status=free", "status=free,busy", "422 INVALID_PARAMETER")]
    [InlineData("status=free", "status=", "422 INVALID_PARAMETER")]
    [InlineData("&_include=Slot:schedule", "", "400 BAD_REQUEST")]
    [InlineData("&start=ge2027-01-04", "", "400 BAD_REQUEST")]
    [InlineData("&end=le2027-01-08", "", "400 BAD_REQUEST")]
    [InlineData("&end=le2027-01-08", "&end=le2027-01-08&end=le2027-01-07", "422 INVALID_PARAMETER")]
    [InlineData("start=ge", "start=", "422 INVALID_PARAMETER")]
    [InlineData("start=ge", "start=gt", "422 INVALID_PARAMETER")]
    [InlineData("end=le", "end=ge", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-04", "2027", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-04", "2027-01", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-04", "2027-02-30", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-04", "2027-01-04T10:00", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-04", "2027-01-04T25:00:00%2B00:00", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-04", "today", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-08", "2027-01-03", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-08", "2027-01-18", "422 INVALID_PARAMETER")]
    [InlineData("2027-01-08", "2027-01-17", "200 ")]
    [InlineData("2027-01-04", "2027-01-04T10:00:00Z", "200 ")]
    [InlineData("2027-01-04", "2027-01-04T10:00:00%2B01:00", "200 ")]
    [InlineData("status=free", "status=free&unknown-param=x", "200 ")]
    [InlineData("status=free", "status=free&searchFilter=https://example.org/unknown%7Cx", "200 ")]
    public async Task What_is_asked_must_be_right(string what, string by, string expected) =>
        (await Consumer.SearchSlots(Right.Replace(what, by, StringComparison.Ordinal))).Error.Should().Be(expected);

    [Fact]
    public async Task Nothing_found_is_an_empty_bundle() => (await Consumer.FindSlots(700, 710)).Answer.Json.Should().NotContainKey("entry");

    [Fact]
    public async Task What_hangs_together_with_the_slots_comes_once()
    {
        var found = await Consumer.FindSlots();

        found.Answer.Entries.Select(entry => $"{entry["resourceType"]}/{entry["id"]}").Should().OnlyHaveUniqueItems();
        found.Of("Organization").Should().ContainSingle();
        found.Of("Location").Should().HaveCount(2);
        found.Of("Practitioner").Should().HaveCount(3);
        found.Slots.Should().OnlyContain(slot => found.ScheduleOf(slot) != null);
    }

    [Fact]
    public async Task A_slot_is_found_only_where_it_lies_within_the_period()
    {
        var slot = (await Consumer.FindSlots(2, 2)).Slots[3];
        var (start, end) = (SlotsFound.Time(slot, "start"), SlotsFound.Time(slot, "end"));

        (await Has(start, end)).Should().BeTrue();
        (await Has(start.AddMinutes(1), end.AddHours(1))).Should().BeFalse();
        (await Has(start.AddHours(-1), end.AddMinutes(-1))).Should().BeFalse();
        (await Has(end, end.AddHours(1))).Should().BeFalse();

        async Task<bool> Has(DateTimeOffset from, DateTimeOffset to) => new SlotsFound(await Consumer.SearchSlots(
            $"status=free&start=ge{Encoded(from)}&end=le{Encoded(to)}&_include=Slot:schedule")).Has(slot);
    }

    [Fact]
    public async Task Two_halves_are_the_whole()
    {
        var whole = (await Consumer.FindSlots(6, 12)).Slots.Select(slot => slot["id"]!.GetValue<string>());
        var first = (await Consumer.FindSlots(6, 8)).Slots.Select(slot => slot["id"]!.GetValue<string>());
        var second = (await Consumer.FindSlots(9, 12)).Slots.Select(slot => slot["id"]!.GetValue<string>());

        first.Concat(second).Should().BeEquivalentTo(whole);
    }

    [Fact]
    public async Task A_day_on_which_a_slot_cannot_be_built_fails() =>
        (await Consumer.FindSlots(400, 400)).Answer.Error.Should().Be("500 INTERNAL_SERVER_ERROR");

    private static string Encoded(DateTimeOffset time) => Uri.EscapeDataString(UkTime.Format(time));
}
