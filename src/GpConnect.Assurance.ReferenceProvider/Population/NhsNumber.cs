namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>NHS numbers: ten digits, the last a check digit (modulus 11).</summary>
internal static class NhsNumber
{
    public const string System = "https://fhir.nhs.uk/Id/nhs-number";

    /// <summary>Numbers that begin so are kept for tests and given to nobody.</summary>
    public const string TestPrefix = "999";

    public static bool IsValid(string value) =>
        value.Length == 10 && value.All(char.IsAsciiDigit) && CheckDigit(value.AsSpan(0, 9)) == value[9] - '0';

    /// <summary>The number of these nine digits; null when they have no check digit (remainder 10).</summary>
    public static string? FromNineDigits(string digits) => CheckDigit(digits) is var check and < 10 ? digits + check : null;

    /// <summary>10 for digits that make no NHS number.</summary>
    private static int CheckDigit(ReadOnlySpan<char> nineDigits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (nineDigits[i] - '0') * (10 - i);
        }

        return (11 - (sum % 11)) % 11;
    }
}
