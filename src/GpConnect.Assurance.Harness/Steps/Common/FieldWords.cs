namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>What people call an element of a request beside its FHIR name: no page says how diagnostics have to word it.</summary>
public static class FieldWords
{
    private static readonly string[][] Synonyms =
    [
        ["family", "surname", "last name", "lastname"],
        ["given", "forename", "first name", "firstname"],
        ["birthDate", "birth date", "date of birth", "DOB"],
        ["identifier", "NHS number", "nhsNumber", "nhs-number"],
        ["telecom", "telephone", "phone", "email", "contact"],
        ["gender", "sex"],
        ["extension", "language", "communication"],
        ["exp", "expiry", "expires", "expiration"],
        ["iss", "issuer"],
        ["sub", "subject"],
        ["aud", "audience"],
        ["reason_for_request", "reason for request", "reasonForRequest"],
        ["requested_scope", "requested scope", "requestedScope", "scope"],
        ["requesting_device", "requesting device", "requestingDevice", "device"],
        ["requesting_organization", "requesting organization", "requesting organisation", "requestingOrganization", "organization", "organisation"],
        ["requesting_practitioner", "requesting practitioner", "requestingPractitioner", "practitioner"],
    ];

    /// <summary>True when the text names the element, by its FHIR name, the name of its claim, or a common word for it.</summary>
    public static bool AreIn(string text, string element) =>
        (Synonyms.FirstOrDefault(words => words[0].Equals(element, StringComparison.OrdinalIgnoreCase)) ?? [element])
        .Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
