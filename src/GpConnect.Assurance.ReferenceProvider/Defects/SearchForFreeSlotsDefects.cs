using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Appointments;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of "Search for free slots": what is asked, and what is found.</summary>
internal static class SearchForFreeSlotsDefects
{
    private const int PageSize = 20;
    private const string InvalidParameter = "INVALID_PARAMETER";

    public static readonly IReadOnlyList<Defect> All = [.. Requests(), .. Matches(), .. Includes()];

    private static IEnumerable<Defect> Requests() =>
    [
        new("GPD-APT-001", "A search without status is answered", "GPC-APT-073") { Neglects = [Rule.SlotStatusIsRequired] },
        new("GPD-APT-002", "A search for slots of another status is answered", "GPC-APT-074") { Neglects = [Rule.SlotStatusIsFree] },
        new("GPD-APT-003", "A search without the include of schedules is answered", "GPC-APT-075") { Neglects = [Rule.ScheduleIncludeIsRequired] },
        new("GPD-APT-004", "A search without start or end is answered", "GPC-APT-076") { Neglects = [Rule.SlotPeriodIsRequired] },
        new("GPD-APT-005", "start and end may be repeated", "GPC-APT-077") { Neglects = [Rule.SlotBoundsAreGivenOnce] },
        new("GPD-APT-006", "More than two weeks may be searched", "GPC-APT-072") { Neglects = [Rule.SlotPeriodsAreTwoWeeksAtMost] },
        new("GPD-APT-007", "What is not a full date is read as some date", "GPC-APT-079")
        {
            AlsoBreaks = ["GPC-APT-230"],
            Neglects = [Rule.DateParametersAreChecked],
        },
        new("GPD-APT-008", "A period may end before it starts", "GPC-APT-080") { Neglects = [Rule.SlotPeriodsEndAfterTheyStart] },
        new("GPD-APT-009", "A search filter of an unknown system is refused", "GPC-APT-082") { Neglects = [Rule.UnknownSearchFiltersAreIgnored] },
        new("GPD-APT-010", "A search in the past is refused", "GPC-APT-061") { Neglects = [Rule.PastSearchesAreTaken] },
        new("GPD-APT-011", "start and end must have the same offset", "GPC-APT-059") { Neglects = [Rule.OffsetsMayDiffer] },
        new("GPD-APT-012", "start and end with a time are refused", "GPC-APT-054")
        {
            AlsoBreaks = ["GPC-APT-055", "GPC-APT-059", "GPC-APT-088", "GPC-APT-030"],
            Neglects = [Rule.TimesAreTakenInSlotSearches],
        },
        new("GPD-APT-013", "The include of the managing organisation is refused", "GPC-APT-058")
        {
            AlsoBreaks = ["GPC-APT-052", "GPC-APT-057"],
            Neglects = [Rule.ManagingOrganizationIncludeIsTaken],
        },
        new("GPD-APT-014", "The error of a search does not say which parameter is wrong", "GPC-APT-081")
        {
            IsOnlyWarnedOf = true,
            OnResponse = InErrors(Spoil.Issues(InvalidParameter, Spoil.Set("diagnostics", () => "The request is not right."))),
        },
        new("GPD-APT-015", "A wrong search is an internal error", "GPC-APT-074")
        {
            AlsoBreaks = ["GPC-APT-072", "GPC-APT-079", "GPC-APT-004"],
            OnResponse = InErrors(response => response.Status = response.Status == 422 ? 500 : response.Status),
        },
        new("GPD-APT-016", "An error has no diagnostics", "GPC-APT-002")
        {
            AlsoBreaks = ["GPC-APT-081", "GPC-APT-079"],
            OnResponse = InErrors(Spoil.Issues(InvalidParameter, Spoil.Remove("diagnostics"))),
        },
        new("GPD-APT-017", "A search that succeeds is answered with 206", "GPC-APT-083")
        {
            OnResponse = Slots(response => response.Status = 206),
        },
    ];

    private static IEnumerable<Defect> Matches() =>
    [
        new("GPD-APT-021", "Slots that start before the period are found", "GPC-APT-088")
        {
            AlsoBreaks = ["GPC-APT-054"],
            Neglects = [Rule.SlotsStartInThePeriod],
        },
        new("GPD-APT-022", "Slots that end after the period are found", "GPC-APT-088")
        {
            AlsoBreaks = ["GPC-APT-055"],
            Neglects = [Rule.SlotsEndInThePeriod],
        },
        new("GPD-APT-023", "The day that end names is not searched", "GPC-APT-055")
        {
            AlsoBreaks = ["GPC-APT-088", "GPC-APT-089"],
            Neglects = [Rule.AnEndDateIsInclusive],
        },
        new("GPD-APT-024", "Booked slots are found as busy", "GPC-APT-087")
        {
            AlsoBreaks = ["GPC-APT-053", "GPC-APT-108", "GPC-APT-185"],
            Neglects = [Rule.OnlyFreeSlotsAreFound],
        },
        new("GPD-APT-025", "Booked slots are still offered as free", "GPC-APT-185")
        {
            AlsoBreaks = ["GPC-APT-087", "GPC-APT-170"],
            Neglects = [Rule.OnlyFreeSlotsAreFound],
            OnResponse = Spoil.Resources("Slot", Spoil.Set("status", () => "free")),
        },
        new("GPD-APT-026", "Slots that are not marked for GP Connect are found", "GPC-APT-090") { Neglects = [Rule.UnmarkedSlotsAreNotFound] },
        new("GPD-APT-027", "Visit slots are found", "GPC-APT-091")
        {
            SpecificationVersion = Defect.LastWithVisits,
            Neglects = [Rule.VisitSlotsAreNotFound],
        },
        new("GPD-APT-028", "Slots for another type of organisation are found", "GPC-APT-093")
        {
            AlsoBreaks = ["GPC-APT-092", "GPC-APT-094", "GPC-APT-095"],
            Neglects = [Rule.OrganisationTypesAreCheckedInSearches],
        },
        new("GPD-APT-029", "Slots for other organisations are found", "GPC-APT-094")
        {
            AlsoBreaks = ["GPC-APT-092", "GPC-APT-093", "GPC-APT-095"],
            Neglects = [Rule.OdsCodesAreCheckedInSearches],
        },
        new("GPD-APT-030", "Embargo and booking window do not count in a search", "GPC-APT-096")
        {
            Neglects = [Rule.SlotsUnderEmbargoAreNotFound, Rule.SlotsBeyondTheWindowAreNotFound],
        },
        new("GPD-APT-031", "Search filters are disregarded", "GPC-APT-056")
        {
            AlsoBreaks = ["GPC-APT-093", "GPC-APT-094", "GPC-APT-095"],
            Neglects = [Rule.SearchFiltersAreApplied],
        },
        new("GPD-APT-032", "Only the first search filter counts", "GPC-APT-095")
        {
            AlsoBreaks = ["GPC-APT-056"],
            Neglects = [Rule.RepeatedSearchFiltersAreApplied],
        },
        new("GPD-APT-033", "Search filters must come in one order", "GPC-APT-056")
        {
            AlsoBreaks = ["GPC-APT-095"],
            Neglects = [Rule.SearchFiltersComeInAnyOrder],
        },
        new("GPD-APT-034", "A search with filters leaves out the slots that are for everybody", "GPC-APT-093")
        {
            AlsoBreaks = ["GPC-APT-052", "GPC-APT-056", "GPC-APT-082", "GPC-APT-094", "GPC-APT-095"],
            Neglects = [Rule.UnrestrictedSlotsAreFoundWithFilters],
        },
        new("GPD-APT-035", "The limit of an organisation does not count", "GPC-APT-097")
        {
            AlsoBreaks = ["GPC-APT-168"],
            Neglects = [Rule.BookingLimitsApply],
        },
        new("GPD-APT-036", "No more than twenty slots come back", "GPC-APT-089") { OnResponse = Slots(response => KeepSlots(response, PageSize)) },
        new("GPD-APT-037", "A slot that cannot be made into a resource is left out", "GPC-APT-035") { Neglects = [Rule.IncompleteSlotIsAnError] },
        new("GPD-APT-038", "A search that finds no slot gives the practice all the same", "GPC-APT-085")
        {
            AlsoBreaks = ["GPC-APT-086"],
            OnResponse = Slots(response =>
            {
                if (response.Resource!["entry"] is null)
                {
                    AddEntry(response, OrganizationResource.Of(response.Request.Practice.Organization));
                }
            }),
        },
        new("GPD-APT-099", "Slots come in a Bundle of another type", "GPC-APT-084") { OnResponse = Slots(response => response.Resource!["type"] = "collection") },
        new("GPD-APT-039", "A search that finds no slot gives 404", "GPC-APT-085")
        {
            OnResponse = Slots(response =>
            {
                if (response.Resource!["entry"] is null)
                {
                    response.Status = SpineError.NoRecordFound.Status;
                    response.Resource = OperationOutcomeResource.Of(SpineError.NoRecordFound, "There is no free slot.");
                }
            }),
        },
        new("GPD-APT-040", "A search that finds no slot gives an empty array", "GPC-APT-085")
        {
            AlsoBreaks = ["GPC-APT-034", "GPC-API-032", "GPC-API-188"],
            OnResponse = Slots(response => response.Resource!["entry"] ??= new JsonArray()),
        },
        new("GPD-APT-041", "The last slot found is said to end a day later than it does", "GPC-APT-088")
        {
            AlsoBreaks = ["GPC-APT-109", "GPC-APT-193", "GPC-APT-184", "GPC-APT-170", "GPC-APT-165", "GPC-APT-054", "GPC-APT-055"],
            OnResponse = Slots(response =>
            {
                if (Entries(response, "Slot").LastOrDefault() is { } slot)
                {
                    slot["end"] = Spoil.Moved(slot["end"]!, TimeSpan.FromDays(1));
                }
            }),
        },
    ];

    private static IEnumerable<Defect> Includes() =>
    [
        new("GPD-APT-051", "Schedules are left out", "GPC-APT-098")
        {
            AlsoBreaks = ["GPC-APT-052", "GPC-APT-086"],
            OnResponse = Slots(response => RemoveEntries(response, "Schedule")),
        },
        new("GPD-APT-052", "A schedule comes once for each of its slots", "GPC-APT-098")
        {
            AlsoBreaks = ["GPC-APT-086"],
            OnResponse = Slots(response =>
            {
                if (Entries(response, "Schedule").FirstOrDefault() is { } schedule)
                {
                    AddEntry(response, schedule.DeepClone().AsObject());
                }
            }),
        },
        new("GPD-APT-053", "Practitioners are left out", "GPC-APT-099") { OnResponse = Slots(response => RemoveEntries(response, "Practitioner")) },
        new("GPD-APT-054", "Practitioners come unasked", "GPC-APT-099") { Neglects = [Rule.PractitionersAreIncludedOnRequest] },
        new("GPD-APT-055", "Locations are left out", "GPC-APT-100")
        {
            AlsoBreaks = ["GPC-APT-101"],
            OnResponse = Slots(response => RemoveEntries(response, "Location")),
        },
        new("GPD-APT-056", "Locations come unasked", "GPC-APT-100") { Neglects = [Rule.LocationsAreIncludedOnRequest] },
        new("GPD-APT-057", "The organisation comes on request only", "GPC-APT-101")
        {
            AlsoBreaks = ["GPC-APT-058"],
            OnResponse = Slots(response =>
            {
                if (!response.Request.Query.Any(pair => pair.Value == "Location:managingOrganization"))
                {
                    RemoveEntries(response, "Organization");
                }
            }),
        },
        new("GPD-APT-058", "The organisation is left out", "GPC-APT-101")
        {
            AlsoBreaks = ["GPC-APT-058"],
            OnResponse = Slots(response => RemoveEntries(response, "Organization")),
        },
        new("GPD-APT-059", "A resource of a type that nobody asked for comes too", "GPC-APT-086")
        {
            OnResponse = Slots(response =>
            {
                if (response.Resource!["entry"] is not null)
                {
                    AddEntry(response, FhirJson.Resource("HealthcareService", "1", 1, profile: null));
                }
            }),
        },
        new("GPD-APT-060", "Sites of no schedule found come too", "GPC-APT-086")
        {
            AlsoBreaks = ["GPC-APT-100"],
            OnResponse = Slots(response =>
            {
                if (Entries(response, "Location").FirstOrDefault() is { } location)
                {
                    var other = location.DeepClone().AsObject();
                    other["id"] = "another-site";
                    AddEntry(response, other);
                }
            }),
        },
        new("GPD-APT-061", "Every session is said to be at the main surgery", "GPC-APT-104")
        {
            AlsoBreaks = ["GPC-APT-086", "GPC-APT-100"],
            OnResponse = Slots(response =>
            {
                foreach (var schedule in Entries(response, "Schedule"))
                {
                    schedule["actor"]![0]!["reference"] = "Location/" + response.Request.Practice.TestData.Locations["main"].LogicalId;
                }
            }),
        },
        new("GPD-APT-062", "Schedules do not name their practitioner", "GPC-APT-116")
        {
            AlsoBreaks = ["GPC-APT-046", "GPC-APT-086", "GPC-APT-099"],
            OnResponse = Spoil.Resources("Schedule", schedule => schedule["actor"] = new JsonArray(schedule["actor"]![0]!.DeepClone())),
        },
    ];

    private static Action<FhirResponse> Slots(Action<FhirResponse> spoil) => Spoil.Answers(SearchForFreeSlots.Interaction, spoil);

    private static Action<FhirResponse> InErrors(Action<FhirResponse> spoil) => response =>
    {
        if (response.Request.Interaction == SearchForFreeSlots.Interaction)
        {
            spoil(response);
        }
    };

    private static IEnumerable<JsonObject> Entries(FhirResponse response, string type) =>
        (response.Resource!["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!.AsObject())
            .Where(resource => resource["resourceType"]!.GetValue<string>() == type);

    private static void AddEntry(FhirResponse response, JsonObject resource)
    {
        var entry = new JsonObject { ["resource"] = resource };
        if (response.Resource!["entry"] is JsonArray entries)
        {
            entries.Add(entry);
        }
        else
        {
            response.Resource["entry"] = new JsonArray(entry);
        }
    }

    private static void RemoveEntries(FhirResponse response, string type) => Keep(response, resource => resource["resourceType"]!.GetValue<string>() != type);

    private static void KeepSlots(FhirResponse response, int count)
    {
        var kept = Entries(response, "Slot").Take(count).ToHashSet();
        Keep(response, resource => resource["resourceType"]!.GetValue<string>() != "Slot" || kept.Contains(resource));
    }

    private static void Keep(FhirResponse response, Func<JsonObject, bool> isKept)
    {
        if (response.Resource!["entry"] is not JsonArray entries)
        {
            return;
        }

        foreach (var entry in entries.Where(entry => !isKept(entry!["resource"]!.AsObject())).ToList())
        {
            entries.Remove(entry);
        }
    }
}
