using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>The slots and appointments of a practice. Whatever happens at once, no slot has two appointments, and an appointment has all
/// of its slots or none.</summary>
internal sealed class AppointmentBook
{
    private readonly Practice _practice;
    private readonly SyntheticPractice _population;
    private readonly SyntheticSource _ids;
    private readonly Lock _lock = new();
    private readonly HashSet<DateOnly> _days = [];
    private readonly Dictionary<string, SlotRecord> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AppointmentRecord> _appointments = new(StringComparer.Ordinal);
    private readonly DateOnly _origin;
    private DateOnly _openedFor;

    /// <param name="today">The day that the records are made for.</param>
    public AppointmentBook(Practice practice, SyntheticPractice population, DateOnly today)
    {
        _practice = practice;
        _population = population;
        _origin = today;
        _ids = new SyntheticSource(~practice.Options.Seed);
        Open(today);
        var appointments = SyntheticAppointments.Of(population, _slots.Values, today);
        foreach (var appointment in appointments.Values)
        {
            Enter(appointment);
        }

        TestData = new(Slots(today, _ => true), appointments, today);
    }

    /// <summary>The book as it was set up.</summary>
    public BookTestData TestData { get; }

    /// <summary>The slot with this id, as it is now.</summary>
    public SlotRecord? Slot(string id)
    {
        lock (_lock)
        {
            return _slots.GetValueOrDefault(id);
        }
    }

    public AppointmentRecord? Appointment(string id)
    {
        lock (_lock)
        {
            return _appointments.GetValueOrDefault(id);
        }
    }

    /// <summary>Appointments that the choice takes, in the order of their times.</summary>
    public IReadOnlyList<AppointmentRecord> Appointments(Func<AppointmentRecord, bool> choice)
    {
        lock (_lock)
        {
            return [.. _appointments.Values.Where(choice).OrderBy(appointment => appointment.Start).ThenBy(appointment => appointment.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Slots that the choice takes, in the order of their times.</summary>
    /// <param name="today">The day on which they are looked for: the book is open for six weeks from then.</param>
    public IReadOnlyList<SlotRecord> Slots(DateOnly today, Func<SlotRecord, bool> choice)
    {
        lock (_lock)
        {
            Open(today);
            return [.. _slots.Values.Where(choice).OrderBy(slot => slot.Start).ThenBy(slot => slot.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>How many more slots of the session the organisation may book; null when there is no limit.</summary>
    public int? Left(ScheduleRecord schedule, string odsCode)
    {
        lock (_lock)
        {
            return LeftOf(schedule, odsCode);
        }
    }

    /// <summary>Books slots that exist.</summary>
    /// <param name="slots">Ids. At least one.</param>
    /// <param name="make">From the id that the appointment is to have.</param>
    /// <exception cref="RefusedException">A slot is taken, or the booking organisation has used up its limit.</exception>
    public AppointmentRecord Book(IReadOnlyList<SlotRecord> slots, Func<string, AppointmentRecord> make)
    {
        if (!_practice.Keeps(Rule.BookingsWaitForEachOther))
        {
            return BookAtOnce(slots, make);
        }

        lock (_lock)
        {
            var appointment = make(_ids.Id());
            RefuseTaken(slots);
            RefuseBeyondLimit(slots, appointment);
            Enter(appointment);
            return appointment;
        }
    }

    /// <summary>Changes an appointment: no two changes of one book happen at once.</summary>
    /// <param name="change">From the record held, null when there is none, to the one to hold; may refuse.</param>
    public AppointmentRecord Change(string id, Func<AppointmentRecord?, AppointmentRecord> change)
    {
        lock (_lock)
        {
            var held = _appointments.GetValueOrDefault(id);
            var changed = change(held);
            if (_practice.Keeps(Rule.ChangesAreStored))
            {
                _appointments[changed.Id] = changed;
            }

            if (changed.Status == AppointmentRecord.Cancelled && held?.Status != AppointmentRecord.Cancelled && _practice.Keeps(Rule.CancelledSlotsAreFree))
            {
                Release(changed);
            }

            if (changed.Status == AppointmentRecord.Cancelled && !_practice.Keeps(Rule.CancelledAppointmentsStay))
            {
                _appointments.Remove(changed.Id);
            }

            return changed;
        }
    }

    private void RefuseTaken(IReadOnlyList<SlotRecord> slots)
    {
        if (slots.All(slot => _slots[slot.Id].IsFree) || !_practice.Keeps(Rule.TakenSlotsAreRefused))
        {
            return;
        }

        if (!_practice.Keeps(Rule.AllSlotsAreBookedOrNone))
        {
            foreach (var free in slots.Where(slot => _slots[slot.Id].IsFree))
            {
                Take(free.Id, appointment: "lost");
            }
        }

        throw new RefusedException(SpineError.DuplicateRejected, "A slot of this booking is no longer free.");
    }

    private void RefuseBeyondLimit(IReadOnlyList<SlotRecord> slots, AppointmentRecord appointment)
    {
        if (appointment.BookingOdsCode is { } odsCode
            && LeftOf(slots[0].Schedule, odsCode) < slots.Count
            && _practice.Keeps(Rule.BookingLimitsApply))
        {
            throw new RefusedException(SpineError.InvalidResource, "Appointment.slot: the organisation may not book as many slots of this session.");
        }
    }

    /// <summary>What a book does that looks first and writes later: whoever looked before the first one wrote finds the slot free.</summary>
    private AppointmentRecord BookAtOnce(IReadOnlyList<SlotRecord> slots, Func<string, AppointmentRecord> make)
    {
        lock (_lock)
        {
            RefuseTaken(slots);
        }

        Thread.Sleep(100);
        lock (_lock)
        {
            var appointment = make(_ids.Id());
            Enter(appointment);
            return appointment;
        }
    }

    private int? LeftOf(ScheduleRecord schedule, string odsCode) => schedule.Availability.Limit is not { } limit
        ? null
        : limit - _appointments.Values
            .Where(appointment => appointment.Status == AppointmentRecord.Booked && appointment.BookingOdsCode == odsCode)
            .Sum(appointment => appointment.Slots.Count(slot => slot.Schedule.Id == schedule.Id));

    private void Enter(AppointmentRecord appointment)
    {
        if (_practice.Keeps(Rule.BookingsAreStored) || appointment.BookingOdsCode is null)
        {
            _appointments[appointment.Id] = appointment;
        }

        if (appointment.Status == AppointmentRecord.Cancelled || !_practice.Keeps(Rule.BookedSlotsAreTaken))
        {
            return;
        }

        foreach (var slot in appointment.Slots.Take(_practice.Keeps(Rule.EverySlotOfABookingIsTaken) ? int.MaxValue : 1))
        {
            Take(slot.Id, appointment.Id);
        }
    }

    private void Take(string slot, string appointment) =>
        _slots[slot] = _slots[slot] with { Appointment = appointment, Version = _slots[slot].Version + 1 };

    private void Release(AppointmentRecord appointment)
    {
        foreach (var slot in appointment.Slots.Take(_practice.Keeps(Rule.EverySlotOfACancellationIsFree) ? int.MaxValue : 1))
        {
            _slots[slot.Id] = _slots[slot.Id] with { Appointment = null, Version = _slots[slot.Id].Version + 1 };
        }
    }

    private void Open(DateOnly today)
    {
        if (today <= _openedFor)
        {
            return;
        }

        _openedFor = today;
        foreach (var day in SyntheticHorizon.Days(today, _origin).Where(_days.Add))
        {
            foreach (var slot in SyntheticDay.Slots(_population, _practice.Options.Seed, day, day.DayNumber - _origin.DayNumber))
            {
                _slots.Add(slot.Id, slot);
            }
        }
    }
}
