using GpConnect.Assurance.ReferenceProvider.Book;
using static GpConnect.Assurance.ReferenceProvider.Tests.AppointmentForm;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>What depends on the clock: clock changes, days that few years have, and what becomes past.</summary>
public sealed class AppointmentsThroughTimeTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new(UkTime.At(new(2027, 3, 26), new(12, 0)));
    private ReferenceProviderHost _host = null!;

    private Consumer Consumer => new(_host, clock: _clock);

    private TestPatient Patient => Consumer.TestData.Patients["registered"];

    public async Task InitializeAsync() => _host = await ReferenceProviderHost.StartAsync(new() { Clock = _clock });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Slots_have_the_offset_of_their_own_day()
    {
        var found = await Consumer.FindSlots(1, 3);

        found.Slots.Select(slot => slot["start"]!.GetValue<string>()).Where(start => start.StartsWith("2027-03-27", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(start => start.EndsWith("+00:00"));
        found.Slots.Select(slot => slot["start"]!.GetValue<string>()).Where(start => start.StartsWith("2027-03-29", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(start => start.EndsWith("+01:00"));
        found.OfType("Night call").Select(slot => slot["start"]!.GetValue<string>()[11..]).Should().Equal(
            "00:00:00+00:00", "00:30:00+00:00", "02:00:00+01:00", "02:30:00+01:00", "03:00:00+01:00", "03:30:00+01:00", "04:00:00+01:00", "04:30:00+01:00");
    }

    [Fact]
    public async Task A_period_across_the_change_is_compared_by_instant()
    {
        var answer = await Consumer.SearchSlots(
            "status=free&start=ge2027-03-28T00:30:00%2B00:00&end=le2027-03-28T02:30:00%2B01:00&_include=Slot:schedule");

        new SlotsFound(answer).Slots.Select(slot => slot["start"]!.GetValue<string>()).Should().Equal("2027-03-28T00:30:00+00:00", "2027-03-28T02:00:00+01:00");
    }

    [Theory]
    [InlineData("2027-03-27T12:00:00%2B00:00", "2027-04-10T12:00:00%2B01:00", 200)]
    [InlineData("2027-03-27T12:00:00%2B00:00", "2027-04-10T13:00:00%2B01:00", 200)]
    [InlineData("2027-03-27T12:00:00%2B00:00", "2027-04-10T13:00:01%2B01:00", 422)]
    public async Task Two_weeks_across_the_change_are_counted_either_way(string from, string to, int status) =>
        (await Consumer.SearchSlots($"status=free&start=ge{from}&end=le{to}&_include=Slot:schedule")).Status.Should().Be(status);

    [Fact]
    public async Task An_appointment_that_has_begun_is_neither_read_nor_changed_but_retrieved()
    {
        var found = await Consumer.FindSlots(2, 2);
        var booked = (await Consumer.Book(For(found, Patient, found.OfType("Routine GP appointment")[0]))).Json;
        var id = booked["id"]!.GetValue<string>();
        (await Consumer.ReadAppointment(id)).Status.Should().Be(200);

        _clock.Now = SlotsFound.Time(booked, "start").AddMinutes(1);

        (await Consumer.ReadAppointment(id)).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Amend(Amended(booked, "Too late"), "1")).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Cancel(Cancelled(booked), "1")).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Retrieve(Patient, 0, 0)).Entries.Should().ContainSingle(entry => entry["id"]!.GetValue<string>() == id);

        _clock.Now = _clock.Now.AddDays(1);
        (await Consumer.Retrieve(Patient, 0, 7)).Entries.Should().BeEmpty();
        (await Consumer.Retrieve(Patient, -1, 7)).Diagnostics.Should().Contain("past");
    }

    [Fact]
    public async Task A_slot_that_has_begun_is_not_booked()
    {
        var found = await Consumer.FindSlots(1, 1);
        var slot = found.OfType("Routine GP appointment")[0];

        _clock.Now = SlotsFound.Time(slot, "start").AddSeconds(1);

        (await Consumer.FindSlots(0, 0)).Has(slot).Should().BeTrue();
        (await Consumer.Book(For(found, Patient, slot))).Error.Should().Be("422 INVALID_RESOURCE");
    }

    [Fact]
    public async Task A_slot_under_embargo_is_offered_until_two_hours_before()
    {
        var slot = (await Consumer.FindSlots(1, 1)).OfType("Short notice call")[0];

        _clock.Now = SlotsFound.Time(slot, "start").AddHours(-2);
        (await Consumer.FindSlots(0, 0)).Has(slot).Should().BeTrue();
        _clock.Now = _clock.Now.AddSeconds(1);
        (await Consumer.FindSlots(0, 0)).Has(slot).Should().BeFalse();
    }

    [Fact]
    public async Task The_day_is_that_of_the_United_Kingdom()
    {
        _clock.Now = new DateTimeOffset(2027, 7, 1, 23, 30, 0, TimeSpan.Zero);

        (await Consumer.Retrieve(Patient, "start=ge2027-07-02&start=le2027-07-03")).Status.Should().Be(200);
        (await Consumer.Retrieve(Patient, "start=ge2027-07-01&start=le2027-07-03")).Error.Should().Be("422 INVALID_PARAMETER");
    }

    [Theory]
    [InlineData(2028, 2, 28)]
    [InlineData(2028, 2, 29)]
    [InlineData(2027, 12, 31)]
    [InlineData(2027, 10, 31)]
    [InlineData(2027, 3, 28)]
    public async Task A_slot_of_the_next_day_is_booked_and_cancelled_on_any_day(int year, int month, int day)
    {
        _clock.Now = UkTime.At(new(year, month, day), new(23, 45));
        var found = await Consumer.FindSlots(1, 1);
        var booked = await Consumer.Book(For(found, Patient, found.OfType("Nurse telephone review").Take(2).ToArray()));

        booked.Status.Should().Be(201, booked.Diagnostics);
        (await Consumer.Retrieve(Patient, 1, 1)).Entries.Should().ContainSingle();
        (await Consumer.Cancel(Cancelled(booked.Json), "1")).Status.Should().Be(200);
        (await Consumer.FindSlots(1, 1)).Slots.Should().HaveCount(found.Slots.Count);
    }
}
