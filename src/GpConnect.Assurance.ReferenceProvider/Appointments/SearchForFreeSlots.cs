using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Search for free slots: <c>GET /Slot?status=free&amp;start=ge{date}&amp;end=le{date}&amp;_include=Slot:schedule</c>
/// (GPC-APT-052 to GPC-APT-125).</summary>
internal static class SearchForFreeSlots
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:search:slot-1", "GET", "Slot", RequestedScope.OrganizationRead, Answer)
    {
        IsAppointmentManagement = true,
        SearchParameters = [("start", "date"), ("end", "date"), ("status", "token"), ("searchFilter", "token")],
        SearchIncludes = ["Slot:schedule", "Schedule:actor:Practitioner", "Schedule:actor:Location", "Location:managingOrganization"],
    };

    private static FhirResponse Answer(FhirRequest request)
    {
        var search = SlotSearch.Read(request);
        var slots = request.Practice.Book.Slots(UkTime.DayOf(request.Received), slot => IsFound(request, search, slot));
        if (!request.Keeps(Rule.IncompleteSlotIsAnError))
        {
            slots = [.. slots.Where(slot => slot.ServiceType is not null)];
        }

        return FhirResponse.Of(request, SearchsetBundle.Of([.. slots.Select(SlotResource.Of), .. Included(request, search, slots)]));
    }

    private static bool IsFound(FhirRequest request, SlotSearch search, SlotRecord slot) =>
        (slot.IsFree || !request.Keeps(Rule.OnlyFreeSlotsAreFound))
        && IsWithin(request, search, slot)
        && OfferedSlots.IsFound(request, slot, search.Requester);

    private static bool IsWithin(FhirRequest request, SlotSearch search, SlotRecord slot) =>
        (slot.Start >= search.From || (!request.Keeps(Rule.SlotsStartInThePeriod) && slot.End > search.From))
        && (slot.End <= search.To || (!request.Keeps(Rule.SlotsEndInThePeriod) && slot.Start < search.To));

    /// <summary>The schedules of the slots found, and what hangs together with these.</summary>
    private static IEnumerable<JsonObject> Included(FhirRequest request, SlotSearch search, IReadOnlyList<SlotRecord> slots)
    {
        var practice = request.Practice;
        var schedules = slots.Select(slot => slot.Schedule).DistinctBy(schedule => schedule.Id).ToList();
        var locations = schedules.Select(schedule => practice.Locations[schedule.Location]).Distinct().ToList();
        var practitioners = schedules.Select(schedule => schedule.Practitioner).OfType<string>().Distinct().Select(id => practice.Practitioners[id]);
        return
        [
            .. schedules.Select(ScheduleResource.Of),
            .. search.IncludesPractitioners || !request.Keeps(Rule.PractitionersAreIncludedOnRequest) ? practitioners.Select(PractitionerResource.Of) : [],
            .. search.IncludesLocations || !request.Keeps(Rule.LocationsAreIncludedOnRequest) ? locations.Select(LocationResource.Of) : [],
            .. locations.Select(location => practice.Organizations[location.ManagingOrganization]).Distinct().Select(OrganizationResource.Of),
        ];
    }
}
