using System.Globalization;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>A rule on what a resource holds that is stated for the search, the read and the registration alike, and so is broken in
/// each alone.</summary>
/// <param name="Number">Of the defect in a search; the defects in a read and in a registration have numbers of their own, further on.</param>
/// <param name="Title">What is wrong with the resource.</param>
/// <param name="InSearch">Number of the Foundations requirement on the search; null where there is no search.</param>
/// <param name="InRead">Number of the Foundations requirement on the read.</param>
internal sealed record PopulationDefect(int Number, string Title, int? InSearch, int InRead, Action<JsonObject> Spoils)
{
    private const int FromSearchToRead = 50;
    private const int FromSearchToRegistration = 100;

    /// <summary>Number of the Foundations requirement on the registration; null where it has none.</summary>
    public int? InRegistration { get; init; }

    /// <summary>Requirements of other pages that are broken too.</summary>
    public IReadOnlyList<string> AlsoBreaks { get; init; } = [];

    public IEnumerable<Defect> Of(string type)
    {
        if (InSearch is { } search)
        {
            yield return new(Id(Number), $"In a search: {Title}", Requirement(search))
            {
                AlsoBreaks = AlsoBreaks,
                OnResponse = Spoil.Found(type, Spoils),
            };
        }

        yield return new(Id(Number + FromSearchToRead), $"In a read: {Title}", Requirement(InRead))
        {
            AlsoBreaks = AlsoBreaks,
            OnResponse = Spoil.Read(type, Spoils),
        };
        if (InRegistration is { } registration)
        {
            yield return new(Id(Number + FromSearchToRegistration), $"In a registration: {Title}", Requirement(registration))
            {
                AlsoBreaks = AlsoBreaks,
                OnResponse = Spoil.Registered(Spoils),
            };
        }
    }

    private static string Id(int number) => "GPD-FND-" + number.ToString("D3", CultureInfo.InvariantCulture);

    private static string Requirement(int number) => "GPC-FND-" + number.ToString("D3", CultureInfo.InvariantCulture);
}
