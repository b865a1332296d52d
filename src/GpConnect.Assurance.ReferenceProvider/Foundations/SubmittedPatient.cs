using System.Globalization;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>The Patient that a consumer asks to register, once it has been found to hold what it must and nothing it must not
/// (GPC-FND-199 to GPC-FND-223).</summary>
internal sealed record SubmittedPatient(
    string NhsNumber,
    PersonName Name,
    DateOnly BirthDate,
    string? Gender,
    IReadOnlyList<PostalAddress> Addresses,
    IReadOnlyList<Telecom> Telecoms,
    SpokenLanguage? Language)
{
    private static readonly string[] Genders = ["male", "female", "other", "unknown"];

    /// <summary>Elements of the profile that a registration must not carry.</summary>
    private static readonly string[] NotAllowed =
    [
        "active", "deceasedBoolean", "deceasedDateTime", "maritalStatus", "multipleBirthBoolean", "multipleBirthInteger", "contact",
        "generalPractitioner", "managingOrganization", "link",
    ];

    /// <summary>Elements that the profile does not allow at all.</summary>
    private static readonly string[] OutsideTheProfile = ["photo", "animal", "communication"];

    public static SubmittedPatient Read(FhirRequest request, FhirNode patient)
    {
        RefuseAny(patient, OutsideTheProfile, request.Keeps(Rule.ElementsOutsideTheProfileAreRefused), "the profile does not allow it");
        RefuseAny(patient, NotAllowed, request.Keeps(Rule.SurplusIsRefused), "it is not allowed in a registration");
        return new SubmittedPatient(
            NhsNumberOf(request, patient),
            NameOf(request, patient),
            BirthDateOf(request, patient),
            GenderOf(request, patient),
            SubmittedContactDetails.Addresses(request, patient),
            SubmittedContactDetails.Telecoms(request, patient),
            SubmittedExtensions.Language(request, patient));
    }

    /// <summary>The refusal of an element, which its diagnostics name.</summary>
    public static RefusedException Invalid(string element, string why) =>
        new(SpineError.InvalidResource, $"Patient.{element}: {why}.");

    private static void RefuseAny(FhirNode patient, string[] elements, bool isRefused, string why)
    {
        var sent = Array.Find(elements, element => !patient.Child(element).IsNone);
        if (sent is not null && isRefused)
        {
            throw Invalid(sent, why);
        }
    }

    private static string NhsNumberOf(FhirRequest request, FhirNode patient)
    {
        var identifiers = SubmittedDocument.All(patient, "identifier");
        var numbers = identifiers.FindAll(identifier =>
            identifier.Child("system").Value == Population.NhsNumber.System && identifier.Child("value").HasValue);
        if (numbers.Count == 0)
        {
            throw request.Keeps(Rule.NhsNumberIsRequired)
                ? Invalid("identifier", $"an identifier of {Population.NhsNumber.System} with a value is expected")
                : new RefusedException(SpineError.InternalServerError, "The request could not be handled.");
        }

        if (identifiers.Count > 1 && request.Keeps(Rule.OneNhsNumberIsSent))
        {
            throw Invalid("identifier", "the NHS number is the only identifier allowed, once");
        }

        var value = numbers[0].Child("value").Value!;
        return Population.NhsNumber.IsValid(value) || !request.Keeps(Rule.SentNhsNumberIsChecked)
            ? value
            : throw new RefusedException(SpineError.InvalidNhsNumber, "Patient.identifier: the value is not an NHS number.");
    }

    private static PersonName NameOf(FhirRequest request, FhirNode patient)
    {
        var official = SubmittedDocument.All(patient, "name").FindAll(name => name.Child("use").Value == "official");
        if (official.Count == 0 && !request.Keeps(Rule.OfficialNameIsRequired))
        {
            official = SubmittedDocument.All(patient, "name");
        }

        if (official.Count == 0 || (official.Count > 1 && request.Keeps(Rule.OneOfficialNameIsSent)))
        {
            throw Invalid("name", "one name with use official is expected");
        }

        var family = official[0].Child("family").Value;
        if (family is null && request.Keeps(Rule.FamilyNameIsRequired))
        {
            throw Invalid("name.family", "the official name has none");
        }

        var given = SubmittedDocument.All(official[0], "given").Select(name => name.Value).OfType<string>().ToList();
        if (given.Count == 0 && request.Keeps(Rule.GivenNameIsRequired))
        {
            throw Invalid("name.given", "the official name has none");
        }

        return new PersonName("official", family ?? "Unknown", given, official[0].Child("prefix").Value);
    }

    private static DateOnly BirthDateOf(FhirRequest request, FhirNode patient)
    {
        var isDate = DateOnly.TryParseExact(
            patient.Child("birthDate").Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birthDate);
        if ((isDate && birthDate <= DateOnly.FromDateTime(request.Received.UtcDateTime)) || !request.Keeps(Rule.BirthDateIsRequired))
        {
            return birthDate;
        }

        throw Invalid("birthDate", "a whole date that is not in the future is expected");
    }

    private static string? GenderOf(FhirRequest request, FhirNode patient)
    {
        var gender = patient.Child("gender");
        if (gender.IsNone || Genders.Contains(gender.Value))
        {
            return gender.Value;
        }

        return request.Keeps(Rule.GenderIsChecked) ? throw Invalid("gender", $"'{gender.Value}' is not an administrative gender") : null;
    }
}
