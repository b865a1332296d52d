using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class AppointmentBookTests
{
    private static readonly Requester Anybody = new([], []);

    public static TheoryData<int, int, int> RemarkableDays => new()
    {
        { 2027, 3, 14 }, { 2027, 3, 27 }, { 2027, 3, 28 }, { 2027, 3, 29 }, { 2027, 10, 17 }, { 2027, 10, 30 }, { 2027, 10, 31 }, { 2027, 11, 1 },
        { 2028, 2, 15 }, { 2028, 2, 28 }, { 2028, 2, 29 }, { 2028, 3, 1 }, { 2027, 12, 31 }, { 2027, 1, 31 }, { 2027, 4, 30 }, { 2026, 11, 21 },
    };

    [Theory]
    [MemberData(nameof(RemarkableDays))]
    public void On_any_day_it_has_enough_slots_of_every_kind_for_everybody(int year, int month, int day)
    {
        var today = new DateOnly(year, month, day);
        var slots = Open(Practice(today), today);

        slots.Count.Should().BeGreaterThan(400);
        slots.Select(slot => UkTime.DayOf(slot.Start)).Distinct().Should().HaveCount(13);
        slots.Select(slot => slot.Channel).Distinct().Should().BeEquivalentTo("In-person", "Telephone", "Video");
        slots.Select(slot => slot.Schedule.Location).Distinct().Should().HaveCount(2);
        slots.Select(slot => slot.Schedule.Practitioner).Distinct().Should().HaveCountGreaterThan(3);
        Touching(slots, (first, second) => first.Schedule == second.Schedule && first.Channel == second.Channel && first.ServiceType == second.ServiceType)
            .Should().BeGreaterThan(100);
        Touching(slots, (first, second) => first.Schedule == second.Schedule && first.Channel != second.Channel).Should().BeGreaterThan(10);
        Touching(slots, (first, second) => first.Schedule == second.Schedule && first.ServiceType != second.ServiceType).Should().BeGreaterThan(10);
        Touching(slots, (first, second) => first.Schedule != second.Schedule && first.ServiceType == second.ServiceType).Should().BeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(RemarkableDays))]
    public void On_any_day_its_slots_are_sound(int year, int month, int day)
    {
        var today = new DateOnly(year, month, day);
        var slots = Practice(today).Book.Slots(today, _ => true);

        slots.Select(slot => slot.Id).Should().OnlyHaveUniqueItems();
        slots.Should().OnlyContain(slot => slot.Start < slot.End && slot.Schedule.Start <= slot.Start && slot.End <= slot.Schedule.End);
        foreach (var session in slots.GroupBy(slot => slot.Schedule))
        {
            session.Zip(session.Skip(1)).Should().NotContain(pair => pair.First.End > pair.Second.Start);
        }
    }

    [Theory]
    [MemberData(nameof(RemarkableDays))]
    public void On_any_day_there_are_appointments_past_and_to_come(int year, int month, int day)
    {
        var today = new DateOnly(year, month, day);
        var appointments = Practice(today).Book.TestData.Appointments;

        appointments.Keys.Should().BeEquivalentTo(
            "past", "earlier-today", "in-practice", "visit", "incomplete", "cancelled-in-practice", "booked-by-another-organisation");
        appointments["past"].Expected["resource"].Should().Contain("\"status\":\"booked\"");
    }

    [Fact]
    public void The_night_that_the_clocks_go_back_has_slots_on_both_sides()
    {
        var today = new DateOnly(2027, 10, 20);
        var night = Practice(today).Book.Slots(today, slot => slot.ServiceType == "Night call" && UkTime.DayOf(slot.Start) == new DateOnly(2027, 10, 31));

        night.Select(slot => UkTime.Format(slot.Start)[11..]).Should().Equal(
            "00:00:00+01:00", "00:30:00+01:00", "01:00:00+01:00", "01:30:00+01:00", "01:00:00+00:00", "01:30:00+00:00", "02:00:00+00:00", "02:30:00+00:00");
    }

    [Fact]
    public void The_same_seed_and_day_give_the_same_book()
    {
        var today = new DateOnly(2027, 5, 4);

        Ids(1).Should().Equal(Ids(1));
        Ids(1).Should().NotIntersectWith(Ids(2));

        IEnumerable<string> Ids(int seed) => Practice(today, seed).Book.Slots(today, _ => true).Select(slot => slot.Id);
    }

    [Fact]
    public void It_opens_further_days_as_time_goes_by()
    {
        var today = new DateOnly(2027, 5, 4);
        var practice = Practice(today);
        var held = Open(practice, today).Select(slot => slot.Id).ToHashSet();

        var later = Open(practice, today.AddDays(60));

        later.Count.Should().BeGreaterThan(400);
        later.Should().NotContain(slot => held.Contains(slot.Id));
        Open(practice, today).Select(slot => slot.Id).Should().BeEquivalentTo(held);
    }

    [Fact]
    public void Bookings_of_overlapping_slots_at_once_leave_no_slot_with_two_appointments()
    {
        var today = new DateOnly(2027, 5, 4);
        var practice = Practice(today);
        var slots = Open(practice, today).Where(slot => slot.Schedule.Name == "Morning surgery").Take(12).ToList();
        var pairs = slots.Zip(slots.Skip(1), (first, second) => new[] { first, second }).ToList();

        Parallel.ForEach(Enumerable.Range(0, 500), i =>
        {
            try
            {
                practice.Book.Book(pairs[i % pairs.Count], id => Appointment(id, pairs[i % pairs.Count]));
            }
            catch (Api.RefusedException refusal)
            {
                refusal.Error.Should().Be(Api.SpineError.DuplicateRejected);
            }
        });

        var booked = practice.Book.Appointments(appointment => appointment.Description == "At once");
        booked.SelectMany(appointment => appointment.Slots).Select(slot => slot.Id).Should().OnlyHaveUniqueItems();
        booked.Should().OnlyContain(appointment => appointment.Slots.All(slot => practice.Book.Slot(slot.Id)!.Appointment == appointment.Id));
        slots.Count(slot => !practice.Book.Slot(slot.Id)!.IsFree).Should().Be(booked.Count * 2);
    }

    private static Practice Practice(DateOnly today, int seed = 1) =>
        new(new PracticeOptions { Date = today, Seed = seed }, new Uri("http://localhost/"), TimeProvider.System);

    /// <summary>Free slots of the days from tomorrow to the thirteenth day that everybody may have.</summary>
    private static IReadOnlyList<SlotRecord> Open(Practice practice, DateOnly today) => practice.Book.Slots(today, slot =>
        slot.IsFree
        && UkTime.DayOf(slot.Start) > today
        && UkTime.DayOf(slot.Start) <= today.AddDays(13)
        && slot.Schedule.Availability is { Limit: null, Embargo: null }
        && !Availability.Breached(slot, Anybody, UkTime.StartOf(today)).Any());

    private static int Touching(IReadOnlyList<SlotRecord> slots, Func<SlotRecord, SlotRecord, bool> together) =>
        slots.Sum(first => slots.Count(second => first.End == second.Start && together(first, second)));

    private static AppointmentRecord Appointment(string id, IReadOnlyList<SlotRecord> slots) => new()
    {
        Id = id,
        LastUpdated = slots[0].Start,
        Patient = "patient",
        Slots = slots,
        Location = slots[0].Schedule.Location,
        Description = "At once",
    };
}
