namespace GpConnect.Assurance.Validation;

/// <summary>Canonical URLs as definitions and instances write them: with blanks, a version, or the other scheme.</summary>
internal static class Canonical
{
    internal const string Hl7Structure = "http://hl7.org/fhir/StructureDefinition/";
    private const string Hl7ValueSet = "http://hl7.org/fhir/ValueSet/";

    /// <summary>Without surrounding blanks and without <c>|version</c>.</summary>
    internal static string Clean(string canonical)
    {
        var clean = canonical.Trim();
        var bar = clean.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? clean : clean[..bar];
    }

    /// <summary>The form that http and https spellings of one canonical share.</summary>
    internal static string WithoutScheme(string canonical) =>
        canonical.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? canonical[8..]
        : canonical.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? canonical[7..]
        : canonical;

    /// <summary>The canonical that an HL7 specification page address stands for (<c>…/valueset-x.html</c>), or null when it is no such address.</summary>
    internal static string? OfSpecificationPage(string address)
    {
        var name = address[(address.LastIndexOf('/') + 1)..];
        var isPage = WithoutScheme(address).StartsWith("hl7.org/fhir/", StringComparison.OrdinalIgnoreCase)
            && name.StartsWith("valueset-", StringComparison.Ordinal)
            && name.EndsWith(".html", StringComparison.Ordinal);
        return isPage ? Hl7ValueSet + name["valueset-".Length..^".html".Length] : null;
    }

    internal static string OfBaseType(string type) => Hl7Structure + type;
}
