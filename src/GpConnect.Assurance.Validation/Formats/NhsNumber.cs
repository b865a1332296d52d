namespace GpConnect.Assurance.Validation;

/// <summary>NHS numbers: ten digits, the last a check digit modulo 11 (NHS Data Dictionary, "NHS Number").</summary>
internal static class NhsNumber
{
    internal const string System = "https://fhir.nhs.uk/Id/nhs-number";
    internal const string SystemOfDstu2 = "http://fhir.nhs.net/Id/nhs-number";

    internal static bool IsValid(ReadOnlySpan<byte> value)
    {
        if (value.Length != 10)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            if (value[i] is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            // Weights 10 to 2, and 1 for the check digit: a valid number's sum is divisible by 11.
            sum += (value[i] - '0') * (10 - i);
        }

        return sum % 11 == 0;
    }
}
