using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>ext-1, which is asked of every extension: a value or extensions of its own, and not both.</summary>
internal static class ExtensionContent
{
    private static readonly int IdName = FhirNames.Intern("id");
    private static readonly int UrlName = FhirNames.Intern("url");
    private static readonly int ExtensionName = FhirNames.Intern("extension");

    internal static bool IsOneOfTwo(FhirNode extension)
    {
        var hasExtension = false;
        var hasValue = false;
        for (var child = extension.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            var name = child.NameId;
            if (name == ExtensionName)
            {
                hasExtension = true;
            }
            else if (name != UrlName && name != IdName)
            {
                hasValue = true;
            }
        }

        return hasExtension != hasValue;
    }
}
