using System.Globalization;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>The period that a slot search asked for: days count whole, in the United Kingdom.</summary>
/// <param name="From">No slot starts earlier; null where the request has no such bound.</param>
/// <param name="To">No slot ends later.</param>
public sealed record SearchPeriod(DateTimeOffset? From, DateTimeOffset? To)
{
    public static SearchPeriod Of(Answer search)
    {
        var parameters = RequestParameters.Of(search);
        return new SearchPeriod(Bound(parameters, "start", "ge"), Bound(parameters, "end", "le"));
    }

    public static SearchPeriod Of(string from, string to) => new(Moment(from, endOfDay: false), Moment(to, endOfDay: true));

    public bool Holds(OfferedSlot slot) => !(slot.Start < From) && !(slot.End > To);

    private static DateTimeOffset? Bound(IReadOnlyList<(string Name, string Value)> parameters, string name, string prefix)
    {
        var values = parameters.Where(parameter => parameter.Name == name && parameter.Value.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return values.Count == 1 ? Moment(values[0].Value[prefix.Length..], endOfDay: prefix == "le") : null;
    }

    private static DateTimeOffset? Moment(string text, bool endOfDay)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return UkTime.At(endOfDay ? day.AddDays(1) : day, TimeOnly.MinValue);
        }

        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
    }
}
