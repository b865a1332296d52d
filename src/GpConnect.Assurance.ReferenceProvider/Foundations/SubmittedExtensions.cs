using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Extensions of a registration's Patient: the language, once, and none of the profile's others
/// (GPC-FND-201, GPC-FND-204, GPC-FND-218, GPC-FND-222). An extension of somebody else's is disregarded.</summary>
internal static class SubmittedExtensions
{
    private static readonly string Communication = FhirJson.Profile("Extension-CareConnect-GPC-NHSCommunication-1");
    private static readonly string OfTheProfile = FhirJson.Profile("Extension-CareConnect-GPC-");

    private static readonly string[] OfFhir =
        ["http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor", "http://hl7.org/fhir/StructureDefinition/birthPlace"];

    public static SpokenLanguage? Language(FhirRequest request, FhirNode patient)
    {
        var extensions = SubmittedDocument.All(patient, "extension");
        RefuseOthers(request, extensions);
        var communications = extensions.FindAll(extension => UrlOf(extension) == Communication);
        if (communications.Count > 1 && request.Keeps(Rule.OneLanguageIsSent))
        {
            throw SubmittedPatient.Invalid("extension", "the NHS communication extension is there more than once");
        }

        return communications.Count == 0 ? null : LanguageOf(request, SubmittedDocument.All(communications[0], "extension"));
    }

    private static void RefuseOthers(FhirRequest request, List<FhirNode> extensions)
    {
        var other = extensions.Select(UrlOf).FirstOrDefault(url =>
            url != Communication && url is not null && (url.StartsWith(OfTheProfile, StringComparison.Ordinal) || OfFhir.Contains(url)));
        if (other is not null && request.Keeps(Rule.SurplusIsRefused))
        {
            throw SubmittedPatient.Invalid("extension", $"'{other}' is not allowed in a registration");
        }
    }

    private static SpokenLanguage? LanguageOf(FhirRequest request, List<FhirNode> parts)
    {
        var coding = parts.Find(part => UrlOf(part) == "language").Child("valueCodeableConcept").Child("coding");
        var code = coding.Child("code").Value;
        if (!HumanLanguages.Has(code))
        {
            return request.Keeps(Rule.LanguageIsChecked)
                ? throw SubmittedPatient.Invalid("extension", $"the language '{code}' is not of CareConnect-HumanLanguage-1")
                : null;
        }

        var interpreter = parts.Find(part => UrlOf(part) == "interpreterRequired").Child("valueBoolean").Value;
        return new SpokenLanguage(code!, coding.Child("display").Value ?? code!, interpreter is null ? null : interpreter == "true");
    }

    private static string? UrlOf(FhirNode extension) => extension.Child("url").Value;
}
