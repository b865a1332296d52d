using GpConnect.Assurance.Harness.Steps.Appointments;

namespace GpConnect.Assurance.Harness.Tests.Steps.Appointments;

public sealed class SlotShapeTests
{
    private static readonly IReadOnlyList<OfferedSlot> Offered =
    [
        Slot("a", 0), Slot("b", 10), Slot("c", 20), Slot("d", 40),
        Slot("e", 30, schedule: "2"), Slot("f", 50, channel: "Video"), Slot("g", 50, serviceType: "Other", schedule: "1"),
    ];

    [Theory]
    [InlineData("2 touching slots", "a b", "b c")]
    [InlineData("3 touching slots", "a b c")]
    [InlineData("2 slots with a gap", "a c", "a d", "b d", "c d")]
    [InlineData("2 touching slots of two schedules", "c e", "e d")]
    [InlineData("2 touching slots of two delivery channels", "d f")]
    [InlineData("2 touching slots of two service types", "d g")]
    [InlineData("4 touching slots")]
    public void Slots_of_a_shape_are_found(string shape, params string[] found) =>
        SlotShape.Parse(shape).In(Offered).Select(slots => string.Join(' ', slots.Select(slot => slot.Id))).Should().BeEquivalentTo(found);

    [Fact]
    public void A_shape_that_is_not_known_is_told()
    {
        var parse = () => SlotShape.Parse("a slot");
        parse.Should().Throw<FormatException>().WithMessage("*'a slot'*write 'free slot'*");
    }

    private static OfferedSlot Slot(string id, int minutes, string schedule = "1", string channel = "In-person", string serviceType = "Routine")
    {
        var start = new DateTimeOffset(2027, 3, 26, 9, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
        return new OfferedSlot { Id = id, Schedule = schedule, Start = start, End = start.AddMinutes(10), DeliveryChannel = channel, ServiceType = serviceType };
    }
}
