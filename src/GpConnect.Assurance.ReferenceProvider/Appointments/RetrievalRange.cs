using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The days that the appointments of a patient are asked for: <c>start=ge{date}&amp;start=le{date}</c>
/// (GPC-APT-219 to GPC-APT-230).</summary>
internal sealed record RetrievalRange(DateOnly First, DateOnly Last)
{
    private const string Name = "start";

    /// <exception cref="RefusedException">The two values are not there, or make no range, or one that reaches into the past.</exception>
    public static RetrievalRange Read(FhirRequest request)
    {
        RefuseUnknownParameters(request);
        var values = request.Query.Where(pair => pair.Key == Name).Select(pair => DateParameter.Read(request, Name, pair.Value)).ToList();
        var today = UkTime.DayOf(request.Received);
        if (values.Count == 0 && request.Keeps(Rule.RetrievalsAreBounded))
        {
            throw new RefusedException(SpineError.BadRequest, "The parameters start=ge{date} and start=le{date} are expected.");
        }

        var from = values.FindAll(value => value.Prefix == "ge");
        var to = values.FindAll(value => value.Prefix == "le");
        if ((from.Count != 1 || to.Count != 1 || values.Count != 2) && request.Keeps(Rule.RetrievalsAreBounded))
        {
            throw DateParameter.Invalid(Name, "it is expected twice, once with the prefix ge and once with le");
        }

        if (values is [{ Prefix: "le" }, ..] && !request.Keeps(Rule.RetrievalBoundsComeInAnyOrder))
        {
            throw DateParameter.Invalid(Name, "the value with ge is expected first");
        }

        if (values.Exists(value => value.Day is null) && request.Keeps(Rule.RetrievalsAreByDay))
        {
            throw DateParameter.Invalid(Name, "a date without a time is expected");
        }

        return Checked(request, new(DayOf(from) ?? today, DayOf(to) ?? DateOnly.MaxValue), today);
    }

    public bool Holds(FhirRequest request, AppointmentRecord appointment)
    {
        var day = UkTime.DayOf(appointment.Start);
        return (day >= First || !request.Keeps(Rule.RetrievalsStartOnTheFirstDay))
            && (day < Last || (day == Last && request.Keeps(Rule.RetrievalsEndWithTheLastDay)) || !request.Keeps(Rule.RetrievalsEnd));
    }

    private static RetrievalRange Checked(FhirRequest request, RetrievalRange range, DateOnly today)
    {
        if (range.Last < range.First && request.Keeps(Rule.RetrievalRangesAreChecked))
        {
            throw DateParameter.Invalid(Name, "the range ends before it starts");
        }

        return range.First >= today || !request.Keeps(Rule.PastIsNotRetrieved)
            ? range
            : throw DateParameter.Invalid(Name, "appointments in the past cannot be retrieved");
    }

    private static DateOnly? DayOf(List<DateParameter> values) =>
        values.FirstOrDefault() is { } value ? value.Day ?? UkTime.DayOf(value.Instant) : null;

    private static void RefuseUnknownParameters(FhirRequest request)
    {
        var unknown = request.Query.FirstOrDefault(pair => pair.Key is not (Name or "_format")).Key;
        if (unknown is not null && !request.Keeps(Rule.UnknownParametersAreIgnored))
        {
            throw new RefusedException(SpineError.BadRequest, $"The parameter '{unknown}' is not known.");
        }
    }
}
