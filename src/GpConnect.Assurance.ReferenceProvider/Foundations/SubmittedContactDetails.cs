using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Addresses and telecoms of a registration: one of each kind that the page names (GPC-FND-201, GPC-FND-202, GPC-FND-214 to GPC-FND-217).</summary>
internal static class SubmittedContactDetails
{
    private static readonly string[] AddressUses = ["home", "temp"];
    private static readonly string[] PhoneUses = ["home", "work", "mobile", "temp"];

    public static IReadOnlyList<PostalAddress> Addresses(FhirRequest request, FhirNode patient)
    {
        var addresses = SubmittedDocument.All(patient, "address").ConvertAll(address => Address(request, address));
        RefuseRepeats(request.Keeps(Rule.AddressUsesAreNotRepeated), "address", addresses.Select(address => address.Use));
        return addresses;
    }

    public static IReadOnlyList<Telecom> Telecoms(FhirRequest request, FhirNode patient)
    {
        var telecoms = SubmittedDocument.All(patient, "telecom").ConvertAll(telecom => Telecom(request, telecom));
        RefuseRepeats(
            request.Keeps(Rule.TelecomsAreNotRepeated),
            "telecom",
            telecoms.Select(telecom => telecom.System == "phone" ? "phone of use " + telecom.Use : telecom.System));
        return telecoms;
    }

    private static PostalAddress Address(FhirRequest request, FhirNode address)
    {
        var use = address.Child("use").Value;
        if (!AddressUses.Contains(use) && request.Keeps(Rule.AddressUsesAreHomeOrTemporary))
        {
            throw SubmittedPatient.Invalid("address.use", $"'{use}' is neither home nor temp");
        }

        if (!address.Child("state").IsNone && request.Keeps(Rule.ElementsOutsideTheProfileAreRefused))
        {
            throw SubmittedPatient.Invalid("address.state", "the profile does not allow it");
        }

        return new PostalAddress(
            use ?? "home",
            [.. SubmittedDocument.All(address, "line").Select(line => line.Value).OfType<string>()],
            address.Child("city").Value,
            address.Child("district").Value,
            address.Child("postalCode").Value,
            address.Child("country").Value);
    }

    private static Telecom Telecom(FhirRequest request, FhirNode telecom)
    {
        var (system, value, use) = (telecom.Child("system").Value, telecom.Child("value").Value, telecom.Child("use").Value);
        if ((system is null || value is null) && request.Keeps(Rule.TelecomPartsAreChecked))
        {
            throw SubmittedPatient.Invalid(system is null ? "telecom.system" : "telecom.value", "it is expected in every telecom");
        }

        var isKnown = system == "phone" ? PhoneUses.Contains(use) : system == "email" && use != "old";
        if (!isKnown && request.Keeps(Rule.TelecomsAreOfTheKindsNamed))
        {
            throw SubmittedPatient.Invalid("telecom", $"'{system}' of use '{use}' is neither a telephone of a use named for registrations nor an email");
        }

        return new Telecom(system ?? "phone", value ?? "unknown", use ?? "home");
    }

    private static void RefuseRepeats(bool isRefused, string element, IEnumerable<string> kinds)
    {
        var repeated = kinds.GroupBy(kind => kind).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (repeated is not null && isRefused)
        {
            throw SubmittedPatient.Invalid(element, $"'{repeated}' is there more than once");
        }
    }
}
