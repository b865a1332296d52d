using System.Globalization;
using System.Text.RegularExpressions;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>A value of the parameters <c>start</c> and <c>end</c>: <c>ge2027-03-24</c>, <c>le2027-04-06T17:00:00+01:00</c>.</summary>
/// <param name="Prefix">Empty when there is none.</param>
/// <param name="Day">Null for a value with a time.</param>
/// <param name="Instant">The time given; the start of the day for a date.</param>
internal sealed partial record DateParameter(string Name, string Prefix, DateOnly? Day, DateTimeOffset Instant)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>When what the value names is over: the day's end for a date.</summary>
    public DateTimeOffset Until => Day is { } day ? UkTime.StartOf(day.AddDays(1)) : Instant;

    /// <summary>Reads a value that is a full date, or a date and time with seconds and an offset.</summary>
    /// <exception cref="RefusedException">It is neither (GPC-APT-079, GPC-APT-230).</exception>
    public static DateParameter Read(FhirRequest request, string name, string value)
    {
        var prefix = Letters().Match(value).Value;
        var text = value[prefix.Length..];
        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new(name, prefix, day, UkTime.StartOf(day));
        }

        if (FhirInstant.TryRead(text, out var instant))
        {
            return new(name, prefix, null, instant);
        }

        if (!request.Keeps(Rule.DateParametersAreChecked) && Digits().Match(text).Value is { Length: > 0 } year)
        {
            var guess = new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), 1, 1);
            return new(name, prefix, guess, UkTime.StartOf(guess));
        }

        throw Invalid(name, $"'{value}' is neither a full date nor a date and time with seconds and an offset");
    }

    /// <exception cref="RefusedException">The value has another prefix.</exception>
    public DateParameter WithPrefix(string prefix) =>
        Prefix == prefix
            ? this
            : throw Invalid(Name, $"the prefix {prefix} is expected and not '{Prefix}'");

    public static RefusedException Invalid(string name, string why) => new(SpineError.InvalidParameter, $"The parameter {name} is not right: {why}.");

    [GeneratedRegex("^[a-z]*")]
    private static partial Regex Letters();

    [GeneratedRegex("[1-9][0-9]{3}")]
    private static partial Regex Digits();
}
