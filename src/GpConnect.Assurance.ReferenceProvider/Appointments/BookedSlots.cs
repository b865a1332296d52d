using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The slots that a submitted appointment wants, once they have been found to exist, to go together and to be open to whoever
/// books (GPC-APT-162, GPC-APT-165 to GPC-APT-175).</summary>
internal static class BookedSlots
{
    /// <summary>In the order of their times.</summary>
    public static IReadOnlyList<SlotRecord> Of(FhirRequest request, SubmittedAppointment sent)
    {
        List<SlotRecord> slots = [.. Known(request, sent.Slots)];
        if (request.Keeps(Rule.SlotsAreTakenInAnyOrder))
        {
            slots = [.. slots.OrderBy(slot => slot.Start)];
        }

        if (slots.Count > 1 && !request.Keeps(Rule.SeveralSlotsAreTaken))
        {
            throw SubmittedAppointment.Invalid("slot", "one slot is expected");
        }

        CheckAdjacency(request, slots);
        CheckTimes(request, sent, slots);
        CheckAvailability(request, sent, slots);
        return slots;
    }

    private static IEnumerable<SlotRecord> Known(FhirRequest request, IReadOnlyList<SubmittedReference> references)
    {
        foreach (var reference in references.DistinctBy(reference => reference.Id))
        {
            var slot = reference.Type == "Slot" ? request.Practice.Book.Slot(reference.Id) : null;
            if (slot is null)
            {
                throw request.Keeps(Rule.SlotsAreKnown)
                    ? reference.NotFound()
                    : new RefusedException(SpineError.InternalServerError, "The request could not be handled.");
            }

            yield return slot;
        }
    }

    private static void CheckAdjacency(FhirRequest request, List<SlotRecord> slots)
    {
        foreach (var (slot, next) in slots.Zip(slots.Skip(1)))
        {
            Require(request.Keeps(Rule.SlotsTouch), slot.End == next.Start, "each slot must start when the one before ends");
            Require(request.Keeps(Rule.SlotsAreOfOneSchedule), slot.Schedule.Id == next.Schedule.Id, "they are of different schedules");
            Require(request.Keeps(Rule.SlotsAreOfOneDeliveryChannel), slot.Channel == next.Channel, "they have different delivery channels");
            Require(request.Keeps(Rule.SlotsAreOfOneServiceType), slot.ServiceType == next.ServiceType, "they have different service types");
        }
    }

    private static void Require(bool isChecked, bool isSo, string why)
    {
        if (isChecked && !isSo)
        {
            throw SubmittedAppointment.Invalid("slot", $"the slots cannot be booked together: {why}");
        }
    }

    private static void CheckTimes(FhirRequest request, SubmittedAppointment sent, List<SlotRecord> slots)
    {
        if (request.Keeps(Rule.AppointmentTimesFitTheSlots)
            && ((sent.Start ?? slots[0].Start) != slots[0].Start || (sent.End ?? slots[^1].End) != slots[^1].End))
        {
            throw SubmittedAppointment.Invalid("start", "start and end are not those of the slots");
        }

        if (slots[0].Start < request.Received && request.Keeps(Rule.PastSlotsAreNotBooked))
        {
            throw SubmittedAppointment.Invalid("start", "an appointment in the past cannot be booked");
        }
    }

    private static void CheckAvailability(FhirRequest request, SubmittedAppointment sent, List<SlotRecord> slots)
    {
        var requester = sent.BookingOrganisation?.Requester ?? new Requester([], []);
        foreach (var slot in slots)
        {
            if (OfferedSlots.Refusal(request, slot, requester) is { } rule)
            {
                throw SubmittedAppointment.Invalid("slot", $"the slot is not open to this booking ({rule})");
            }
        }
    }
}
