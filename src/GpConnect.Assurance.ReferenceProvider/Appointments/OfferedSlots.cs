using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Which of the practice's availability rules are applied where (GPC-APT-126, GPC-APT-168).</summary>
internal static class OfferedSlots
{
    private static readonly Dictionary<AvailabilityRule, (Rule InSearch, Rule InBooking)> Applied = new()
    {
        [AvailabilityRule.NotMarked] = (Rule.UnmarkedSlotsAreNotFound, Rule.UnmarkedSlotsAreNotBooked),
        [AvailabilityRule.Visit] = (Rule.VisitSlotsAreNotFound, Rule.VisitSlotsAreNotBooked),
        [AvailabilityRule.OrganisationType] = (Rule.OrganisationTypesAreCheckedInSearches, Rule.OrganisationTypesAreCheckedInBookings),
        [AvailabilityRule.OdsCode] = (Rule.OdsCodesAreCheckedInSearches, Rule.OdsCodesAreCheckedInBookings),
        [AvailabilityRule.Embargo] = (Rule.SlotsUnderEmbargoAreNotFound, Rule.SlotsUnderEmbargoAreNotBooked),
        [AvailabilityRule.BookingWindow] = (Rule.SlotsBeyondTheWindowAreNotFound, Rule.SlotsBeyondTheWindowAreNotBooked),
    };

    /// <summary>Whether a search finds the slot, if it is free.</summary>
    public static bool IsFound(FhirRequest request, SlotRecord slot, Requester requester) =>
        !Availability.Breached(slot, requester, request.Received).Any(rule => request.Keeps(Applied[rule].InSearch) && !IsAllowed(request, rule))
        && !IsLimitUsedUp(request, slot, requester)
        && (request.Keeps(Rule.UnrestrictedSlotsAreFoundWithFilters) || slot.Schedule.Availability.IsRestricted == requester.HasSaid);

    /// <summary>What keeps the slot from being booked; null when nothing does.</summary>
    public static AvailabilityRule? Refusal(FhirRequest request, SlotRecord slot, Requester requester)
    {
        foreach (var rule in Availability.Breached(slot, requester, request.Received))
        {
            if (request.Keeps(Applied[rule].InBooking) && !IsAllowed(request, rule))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool IsAllowed(FhirRequest request, AvailabilityRule rule) =>
        rule == AvailabilityRule.Visit && request.Reads(Reading.VisitsAreLikeOtherAppointments);

    private static bool IsLimitUsedUp(FhirRequest request, SlotRecord slot, Requester requester) =>
        slot.Schedule.Availability.Limit is not null
        && request.Keeps(Rule.BookingLimitsApply)
        && !request.Reads(Reading.LimitsApplyToBookingsOnly)
        && requester.OdsCodes.Any(odsCode => request.Practice.Book.Left(slot.Schedule, odsCode) is <= 0);
}
