using System.Globalization;

namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>Where the synthetic details come from: the same seed gives the same sequence. NHS numbers are of the test range,
/// telephone numbers of the ranges kept for drama, postcodes of the pseudo-area ZZ99.</summary>
internal sealed class SyntheticSource(int seed)
{
    /// <summary>A valid number that test clients use as one that nobody has.</summary>
    private const string NobodysNumber = "9999999999";

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _nhsNumbers = [NobodysNumber];

    public string Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    public string NhsNumber()
    {
        while (true)
        {
            var digits = Population.NhsNumber.TestPrefix + _random.Next(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            if (Population.NhsNumber.FromNineDigits(digits) is { } number && _nhsNumbers.Add(number))
            {
                return number;
            }
        }
    }

    public PersonName Name(string gender, string prefix) =>
        new("official", Pick(SyntheticNames.Families), [Pick(gender == "female" ? SyntheticNames.Female : SyntheticNames.Male)], prefix);

    /// <summary>Never after the 28th, so that a date of birth one month on is a date too.</summary>
    public DateOnly BirthDate(DateOnly today) => new(today.Year - _random.Next(20, 80), _random.Next(1, 12), _random.Next(1, 29));

    public PostalAddress Address(string use) => new(
        use,
        [$"{_random.Next(1, 200)} {Pick(SyntheticNames.Streets)}", "Synthetic Quarter"],
        Pick(SyntheticNames.Towns),
        "Testshire",
        $"ZZ99 {_random.Next(1, 10)}ZZ",
        "GBR");

    public Telecom Phone(string use) => use == "mobile"
        ? new("phone", "07700 900" + _random.Next(1000).ToString("D3", CultureInfo.InvariantCulture), use)
        : new("phone", "01632 960" + _random.Next(1000).ToString("D3", CultureInfo.InvariantCulture), use);

    public Telecom Email(string use) => new("email", $"patient{_random.Next(1000)}@example.org", use);

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
