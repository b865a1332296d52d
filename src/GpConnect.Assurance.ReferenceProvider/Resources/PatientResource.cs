using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A Patient of CareConnect-GPC-Patient-1 (GPC-FND-040 to GPC-FND-062, GPC-FND-078 to GPC-FND-100).</summary>
internal static class PatientResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/CareConnect-GPC-Patient-1";

    /// <exception cref="RefusedException">The record lacks what the profile or the pages require (GPC-API-216, GPC-API-217).</exception>
    public static JsonObject Of(PatientRecord patient, Practice practice)
    {
        if (patient.BirthDate is null && practice.Keeps(Rule.IncompleteRecordIsAnError))
        {
            throw new RefusedException(
                SpineError.InternalServerError,
                "The record held has no date of birth, so that no Patient resource can be made of it.");
        }

        return FhirJson.Resource("Patient", patient.Id, patient.Version, Profile)
            .With("extension", new JsonArray([.. Extensions(patient)]))
            .With("identifier", new JsonArray(Identifier(patient)))
            .With("active", patient.IsActive)
            .With("name", FhirJson.ArrayOf([patient.Name, .. patient.OtherNames], name => FhirJson.HumanName(name, name.Use)))
            .With("telecom", FhirJson.ArrayOf(patient.Telecoms, FhirJson.ContactPoint))
            .With("gender", patient.Gender)
            .With("birthDate", FhirJson.Date(patient.BirthDate))
            .With("deceasedDateTime", FhirJson.Date(patient.DeceasedOn))
            .With("address", FhirJson.ArrayOf(patient.Addresses, FhirJson.Address))
            .With("contact", FhirJson.ArrayOf(patient.Contacts, Contact))
            .With("generalPractitioner", patient.GeneralPractitioner is null ? null : new JsonArray(FhirJson.Reference(patient.GeneralPractitioner)))
            .With("managingOrganization", FhirJson.Reference("Organization/" + practice.Organization.Id));
    }

    private static IEnumerable<JsonObject> Extensions(PatientRecord patient)
    {
        var registration = patient.Registration;
        yield return FhirJson.Extension(
            FhirJson.Profile("Extension-CareConnect-GPC-RegistrationDetails-1"),
            FhirJson.Extension("registrationPeriod", "valuePeriod", FhirJson.Period(registration.Start, registration.End)),
            FhirJson.Extension(
                "registrationType",
                "valueCodeableConcept",
                FhirJson.CodeableConcept(FhirJson.CodeSystem("CareConnect-RegistrationType-1"), registration.Type.Code, registration.Type.Display)),
            registration.PreferredBranch is { } branch
                ? FhirJson.Extension("preferredBranchSurgery", "valueReference", FhirJson.Reference(branch))
                : null);
        if (FhirJson.Communication(patient.Language) is { } communication)
        {
            yield return communication;
        }
    }

    private static JsonObject Identifier(PatientRecord patient)
    {
        var (code, display) = patient.IsVerified ? ("01", "Number present and verified") : ("02", "Number present but not traced");
        var verification = FhirJson.Extension(
            FhirJson.Profile("Extension-CareConnect-GPC-NHSNumberVerificationStatus-1"),
            "valueCodeableConcept",
            FhirJson.CodeableConcept(FhirJson.CodeSystem("CareConnect-NHSNumberVerificationStatus-1"), code, display));
        return new JsonObject
        {
            ["extension"] = new JsonArray(verification),
            ["system"] = NhsNumber.System,
            ["value"] = patient.NhsNumber,
        };
    }

    private static JsonObject Contact(ContactPerson contact) => new JsonObject()
        .With("relationship", FhirJson.ArrayOf(contact.Relationships, text => new JsonObject { ["text"] = text }))
        .With("name", FhirJson.HumanName(contact.Name, contact.Name.Use))
        .With("telecom", FhirJson.ArrayOf(contact.Telecoms, FhirJson.ContactPoint))
        .With("address", contact.Address is null ? null : FhirJson.Address(contact.Address))
        .With("gender", contact.Gender);
}
