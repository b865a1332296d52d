using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class PopulationTests
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    private static readonly Arbitrary<string> NineDigits =
        Gen.Choose(0, 999_999_999).Select(number => number.ToString("D9")).ToArbitrary();

    [Theory]
    [InlineData("9999999999", true)]
    [InlineData("4010232137", true)]
    [InlineData("4010232138", false)]
    [InlineData("1234567890", false)]
    [InlineData("999999999", false)]
    [InlineData("99999999999", false)]
    [InlineData("999999999A", false)]
    [InlineData("९९९९९९९९९९", false)]
    [InlineData("", false)]
    public void An_NHS_number_has_ten_digits_the_last_a_check_digit(string value, bool isValid) =>
        NhsNumber.IsValid(value).Should().Be(isValid);

    [Fact]
    public void Weighted_by_place_the_digits_of_a_number_add_up_to_a_multiple_of_eleven() =>
        Prop.ForAll(NineDigits, digits =>
            NhsNumber.FromNineDigits(digits) is not { } number
            || (NhsNumber.IsValid(number) && number.Select((digit, place) => (digit - '0') * (10 - place)).Sum() % 11 == 0))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_other_last_digit_makes_it_invalid() =>
        Prop.ForAll(NineDigits, digits =>
            Enumerable.Range(0, 10).Count(last => NhsNumber.IsValid(digits + last)) == (NhsNumber.FromNineDigits(digits) is null ? 0 : 1))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_and_date_give_the_same_practice()
    {
        Form(new SyntheticPractice("GPC001", 7, Day)).Should().Be(Form(new SyntheticPractice("GPC001", 7, Day)));
        Form(new SyntheticPractice("GPC001", 8, Day)).Should().NotBe(Form(new SyntheticPractice("GPC001", 7, Day)));
        Form(new SyntheticPractice("GPC001", 7, Day.AddDays(1))).Should().NotBe(Form(new SyntheticPractice("GPC001", 7, Day)));
    }

    [Fact]
    public void Whatever_the_seed_every_patient_has_a_test_number_and_every_id_is_unique() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var practice = new SyntheticPractice("GPC001", seed, Day);
            var numbers = practice.Pds.Select(record => record.NhsNumber).ToList();
            var ids = practice.Patients.Select(patient => patient.Id).ToList();
            return numbers.TrueForAll(number => NhsNumber.IsValid(number) && number.StartsWith("999", StringComparison.Ordinal))
                && numbers.Distinct().Count() == numbers.Count
                && !numbers.Contains("9999999999")
                && ids.Distinct().Count() == ids.Count;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1970-05-06", "Sample", "Ann", true)]
    [InlineData("1970-05-06", "Other", "Bob", true)]
    [InlineData("1970-06-06", "SAMuel", "Alice", true)]
    [InlineData("1970-06-06", "Sampson", "Bob", false)]
    [InlineData("1970-06-06", "Sand", "Ann", false)]
    [InlineData("1971-06-06", "Sample", "Ann", false)]
    public void A_number_is_verified_by_birth_date_or_by_two_parts_of_it_and_the_name(string birthDate, string family, string given, bool matches)
    {
        var pds = new PdsRecord("9999999999", new PersonName("official", "Sample", ["Ann"]), new DateOnly(1970, 5, 6), "female");

        pds.Matches(new PersonName("official", family, [given]), DateOnly.Parse(birthDate)).Should().Be(matches);
    }

    private static string Form(SyntheticPractice practice) => JsonSerializer.Serialize(
        new { practice.Patients, practice.Pds, practice.Practitioners, practice.Organizations, practice.Locations });
}
