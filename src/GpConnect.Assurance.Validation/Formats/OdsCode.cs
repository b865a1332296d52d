namespace GpConnect.Assurance.Validation;

/// <summary>Codes of the Organisation Data Service: upper-case letters and digits, 3 to 12 of them (NHS Data Dictionary, "Organisation Code").</summary>
internal static class OdsCode
{
    internal const string OrganizationSystem = "https://fhir.nhs.uk/Id/ods-organization-code";
    internal const string SiteSystem = "https://fhir.nhs.uk/Id/ods-site-code";

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
