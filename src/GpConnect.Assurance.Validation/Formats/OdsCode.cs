namespace GpConnect.Assurance.Validation;

/// <summary>Codes of the Organisation Data Service: upper-case letters and digits, 3 to 12 of them (NHS Data Dictionary, "Organisation Code").</summary>
internal static class OdsCode
{
    /// <summary>The identifier systems of organisations and sites, in STU3 and in DSTU2.</summary>
    internal static readonly string[] Systems =
    [
        "https://fhir.nhs.uk/Id/ods-organization-code",
        "https://fhir.nhs.uk/Id/ods-site-code",
        "http://fhir.nhs.net/Id/ods-organization-code",
        "http://fhir.nhs.net/Id/ods-site-code",
    ];

    internal static bool IsValid(ReadOnlySpan<byte> value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterUpper((char)character) && !char.IsAsciiDigit((char)character))
            {
                return false;
            }
        }

        return value.Length is >= 3 and <= 12;
    }
}
