using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>What a search for free slots asks for (GPC-APT-052 to GPC-APT-082).</summary>
/// <param name="From">Slots start then or later.</param>
/// <param name="To">Slots end then or earlier.</param>
internal sealed record SlotSearch(
    DateTimeOffset From, DateTimeOffset To, Requester Requester, bool IncludesPractitioners, bool IncludesLocations)
{
    public const string Free = "free";

    private const string Include = "_include";
    private const string IncludeRecursively = "_include:recurse";

    private static readonly string[] Known = ["status", "start", "end", Include, IncludeRecursively, "searchFilter", "_format"];
    private static readonly string OrganizationType = FhirJson.CodeSystem("GPConnect-OrganisationType-1");
    private static readonly TimeSpan TwoWeeks = TimeSpan.FromDays(14);

    /// <exception cref="RefusedException">A parameter is absent or wrong.</exception>
    public static SlotSearch Read(FhirRequest request)
    {
        RefuseUnknownParameters(request);
        CheckStatus(request);
        var includes = All(request, Include).Concat(All(request, IncludeRecursively)).ToList();
        if (!includes.Contains("Slot:schedule") && request.Keeps(Rule.ScheduleIncludeIsRequired))
        {
            throw new RefusedException(SpineError.BadRequest, "The parameter _include=Slot:schedule is expected.");
        }

        if (includes.Contains("Location:managingOrganization") && !request.Keeps(Rule.ManagingOrganizationIncludeIsTaken))
        {
            throw new RefusedException(SpineError.BadRequest, "The include Location:managingOrganization is not known.");
        }

        var start = Bound(request, "start", "ge");
        var end = Bound(request, "end", "le");
        CheckPeriod(request, start, end);
        CheckTimes(request, start, end);
        return new SlotSearch(
            start.Instant,
            request.Keeps(Rule.AnEndDateIsInclusive) ? end.Until : end.Instant,
            RequesterOf(request),
            includes.Contains("Schedule:actor:Practitioner"),
            includes.Contains("Schedule:actor:Location"));
    }

    private static IEnumerable<string> All(FhirRequest request, string name) =>
        request.Query.Where(pair => pair.Key == name).Select(pair => pair.Value);

    private static void RefuseUnknownParameters(FhirRequest request)
    {
        var unknown = request.Query.FirstOrDefault(pair => !Known.Contains(pair.Key)).Key;
        if (unknown is not null && !request.Keeps(Rule.UnknownParametersAreIgnored))
        {
            throw new RefusedException(SpineError.BadRequest, $"The parameter '{unknown}' is not known.");
        }
    }

    private static void CheckStatus(FhirRequest request)
    {
        var statuses = All(request, "status").ToList();
        if (statuses.Count == 0 && request.Keeps(Rule.SlotStatusIsRequired))
        {
            throw new RefusedException(SpineError.BadRequest, "The parameter status=free is expected.");
        }

        var other = statuses.Find(status => status != Free) ?? (statuses.Count > 1 ? "more than one" : null);
        if (other is not null && request.Keeps(Rule.SlotStatusIsFree))
        {
            throw DateParameter.Invalid("status", $"'free' is expected, once, and not '{other}'");
        }
    }

    private static DateParameter Bound(FhirRequest request, string name, string prefix)
    {
        var values = All(request, name).ToList();
        if (values.Count == 0)
        {
            // Without a bound the period is as long as it may be.
            return request.Keeps(Rule.SlotPeriodIsRequired)
                ? throw new RefusedException(SpineError.BadRequest, $"The parameter {name}={prefix}{{date}} is expected.")
                : new DateParameter(name, prefix, null, name == "start" ? request.Received : request.Received + TwoWeeks);
        }

        if (values.Count > 1 && request.Keeps(Rule.SlotBoundsAreGivenOnce))
        {
            throw DateParameter.Invalid(name, "it is expected once");
        }

        return DateParameter.Read(request, name, values[0]).WithPrefix(prefix);
    }

    private static void CheckPeriod(FhirRequest request, DateParameter start, DateParameter end)
    {
        if (end.Until <= start.Instant && request.Keeps(Rule.SlotPeriodsEndAfterTheyStart))
        {
            throw DateParameter.Invalid("end", "it is not after start");
        }

        // Two weeks are two weeks on the clock face and as time goes by; across a clock change these differ by an hour.
        var shown = UkTime.Of(end.Until).DateTime - UkTime.Of(start.Instant).DateTime;
        var isWithin = shown <= TwoWeeks || end.Until - start.Instant <= TwoWeeks || IsTwoWeeksFromDayToDay(request, start, end);
        if (!isWithin && request.Keeps(Rule.SlotPeriodsAreTwoWeeksAtMost))
        {
            throw DateParameter.Invalid("end", "it is more than two weeks after start");
        }
    }

    /// <summary>Refuses what the pages allow, where a defect has it so.</summary>
    private static void CheckTimes(FhirRequest request, DateParameter start, DateParameter end)
    {
        if (end.Until < request.Received && !request.Keeps(Rule.PastSearchesAreTaken))
        {
            throw DateParameter.Invalid("end", "it is in the past");
        }

        if ((start.Day is null || end.Day is null) && !request.Keeps(Rule.TimesAreTakenInSlotSearches))
        {
            throw DateParameter.Invalid("start", "a date without a time is expected");
        }

        if (start.Instant.Offset != end.Instant.Offset && !request.Keeps(Rule.OffsetsMayDiffer))
        {
            throw DateParameter.Invalid("end", "its offset is not that of start");
        }
    }

    private static bool IsTwoWeeksFromDayToDay(FhirRequest request, DateParameter start, DateParameter end) =>
        request.Reads(Reading.TwoWeeksAreCountedFromDayToDay)
        && start.Day is { } first
        && end.Day is { } last
        && last.DayNumber - first.DayNumber <= TwoWeeks.Days;

    private static Requester RequesterOf(FhirRequest request)
    {
        var filters = request.Keeps(Rule.SearchFiltersAreApplied) ? All(request, "searchFilter").ToList() : [];
        if (!request.Keeps(Rule.RepeatedSearchFiltersAreApplied))
        {
            filters = [.. filters.Take(1)];
        }

        if (filters is [var first, _, ..] && Code(first, OrganizationResource.OdsCode) is not null && !request.Keeps(Rule.SearchFiltersComeInAnyOrder))
        {
            filters = [];
        }

        var unknown = filters.Find(filter => Code(filter, OrganizationType) is null && Code(filter, OrganizationResource.OdsCode) is null);
        if (unknown is not null && !request.Keeps(Rule.UnknownSearchFiltersAreIgnored))
        {
            throw DateParameter.Invalid("searchFilter", $"the system of '{unknown}' is not known");
        }

        return new(Codes(filters, OrganizationType), Codes(filters, OrganizationResource.OdsCode));
    }

    private static List<string> Codes(List<string> filters, string system) =>
        [.. filters.Select(filter => Code(filter, system)).OfType<string>()];

    private static string? Code(string filter, string system) =>
        filter.StartsWith(system + "|", StringComparison.Ordinal) ? filter[(system.Length + 1)..] : null;
}
