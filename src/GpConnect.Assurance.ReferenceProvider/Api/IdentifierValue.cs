namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>What every identifier value but an NHS number must look like here: letters and digits (GPC-API-153).
/// The pages leave the structure of SDS and ODS codes to the provider.</summary>
internal static class IdentifierValue
{
    public static void Check(FhirRequest request, string? value)
    {
        if (value is not null && request.Keeps(Rule.IdentifierValueIsChecked) && (value.Length == 0 || !value.All(char.IsAsciiLetterOrDigit)))
        {
            throw new RefusedException(SpineError.InvalidIdentifierValue, $"The identifier value '{value}' is not made of letters and digits.");
        }
    }
}
