using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of Patient resources.</summary>
internal static class PatientDefects
{
    private static readonly string Registration = FhirJson.Profile("Extension-CareConnect-GPC-RegistrationDetails-1");
    private static readonly string Communication = FhirJson.Profile("Extension-CareConnect-GPC-NHSCommunication-1");
    private static readonly string Verification = FhirJson.Profile("Extension-CareConnect-GPC-NHSNumberVerificationStatus-1");

    public static readonly IReadOnlyList<Defect> All =
    [
        .. new PopulationDefect[]
        {
            new(301, "Patient has no identifier", 43, 81, Spoil.Remove("identifier")) { AlsoBreaks = ["GPC-API-223"] },
            new(302, "Patient has the NHS number of another", 43, 81, OnNhsNumber(identifier => identifier["value"] = "9999999999"))
            {
                AlsoBreaks = ["GPC-API-223"],
            },
            new(303, "the NHS number has the system of 0.x", 43, 81, OnNhsNumber(identifier =>
                identifier["system"] = "http://fhir.nhs.net/Id/nhs-number")) { AlsoBreaks = ["GPC-FND-187", "GPC-API-223"] },
            new(304, "the NHS number has a use", 43, 81, OnNhsNumber(Spoil.Add("use", "system", () => "official"))) { AlsoBreaks = ["GPC-FND-040", "GPC-FND-078"] },
            new(305, "the NHS number has no verification status", 44, 82, OnNhsNumber(Spoil.Remove("extension")))
            {
                AlsoBreaks = ["GPC-FND-043", "GPC-FND-081", "GPC-FND-040", "GPC-FND-078"],
            },
            new(306, "the NHS number is said to be untraced", 44, 82, OnVerification(coding =>
            {
                coding["code"] = "02";
                coding["display"] = "Number present but not traced";
            })),
            new(307, "Patient has no official name", 45, 83, Spoil.Each("name", Spoil.Set("use", () => "usual"))) { AlsoBreaks = ["GPC-FND-040", "GPC-FND-078"] },
            new(308, "Patient has two official names", 45, 83, AddName) { AlsoBreaks = ["GPC-FND-040", "GPC-FND-078"] },
            new(309, "the official name has no family name", 45, 83, Spoil.Each("name", Spoil.Remove("family"))) { AlsoBreaks = ["GPC-FND-040", "GPC-FND-078"] },
            new(310, "Patient has no date of birth", 46, 84, Spoil.Remove("birthDate")),
            new(311, "Patient has no gender", 47, 85, Spoil.Remove("gender")),
            new(312, "the gender is M or F", 47, 85, patient =>
                patient["gender"] = patient["gender"]!.GetValue<string>()[..1].ToUpperInvariant()) { AlsoBreaks = ["GPC-API-251", "GPC-FND-040", "GPC-FND-078"] },
            new(313, "addresses are left out", 48, 86, Spoil.Remove("address")) { AlsoBreaks = ["GPC-API-235", "GPC-API-236"] },
            new(314, "addresses have no use", 48, 86, Spoil.Each("address", Spoil.Remove("use"))) { AlsoBreaks = ["GPC-API-241"] },
            new(315, "the county is the state of an address", 48, 86, Spoil.Each("address", address =>
            {
                address.Remove("district");
                Spoil.Add("state", "postalCode", () => "Testshire")(address);
            })) { AlsoBreaks = ["GPC-API-239", "GPC-FND-040", "GPC-FND-078"] },
            new(316, "addresses are in one text", 48, 86, Spoil.Each("address", Spoil.Add("text", "line", () => "1 Sample Street, Testington")))
            {
                AlsoBreaks = ["GPC-API-240"],
            },
            new(317, "telephone numbers are left out", 49, 87, Spoil.Remove("telecom")) { AlsoBreaks = ["GPC-API-235", "GPC-API-236"] },
            new(318, "telecoms have no system", 49, 87, Spoil.Each("telecom", Spoil.Remove("system")))
            {
                AlsoBreaks = ["GPC-API-242", "GPC-FND-040", "GPC-FND-078"],
            },
            new(319, "telecoms have no use", 49, 87, Spoil.Each("telecom", Spoil.Remove("use"))) { AlsoBreaks = ["GPC-API-243"] },
            new(320, "contacts are left out", 50, 88, Spoil.Remove("contact")) { AlsoBreaks = ["GPC-API-245", "GPC-API-235"] },
            new(321, "contacts have a coded relationship", 50, 88, Spoil.Each("contact", contact =>
                contact["relationship"] = new JsonArray(FhirJson.CodeableConcept("http://hl7.org/fhir/v2/0131", "N", "Next-of-Kin"))))
            {
                AlsoBreaks = ["GPC-API-244"],
            },
            new(322, "contacts have no name", 50, 88, Spoil.Each("contact", Spoil.Remove("name")))
            {
                AlsoBreaks = ["GPC-API-245", "GPC-FND-040", "GPC-FND-078"],
            },
            new(323, "the preferred branch surgery is left out", 51, 89, OnExtension(Registration, registration =>
                RemoveExtension(registration, "preferredBranchSurgery"))) { AlsoBreaks = ["GPC-FND-190"] },
            new(324, "the preferred branch surgery is an Organization", 51, 89, OnExtension(Registration, OnBranch("Organization/none")))
            {
                AlsoBreaks = ["GPC-FND-190", "GPC-API-213"],
            },
            new(325, "the preferred branch surgery cannot be read", 51, 89, OnExtension(Registration, OnBranch("Location/none")))
            {
                AlsoBreaks = ["GPC-FND-190", "GPC-API-213"],
            },
            new(326, "the language is left out", 52, 90, patient => RemoveExtension(patient, Communication)) { AlsoBreaks = ["GPC-API-235"] },
            new(327, "the language is in Patient.communication", 52, 90, patient =>
            {
                RemoveExtension(patient, Communication);
                Spoil.Add("communication", "generalPractitioner", () => new JsonArray(new JsonObject
                {
                    ["language"] = FhirJson.CodeableConcept("urn:ietf:bcp:47", "pl", "Polish"),
                }))(patient);
            }) { AlsoBreaks = ["GPC-FND-040", "GPC-FND-078"] },
            new(328, "there is no managing organisation", 53, 91, Spoil.Remove("managingOrganization")) { AlsoBreaks = ["GPC-FND-189"] },
            new(329, "the managing organisation is a practitioner", 53, 91, patient =>
                patient["managingOrganization"] = FhirJson.Reference("Practitioner/none")) { AlsoBreaks = ["GPC-FND-189", "GPC-API-213"] },
            new(330, "the usual practitioner is left out", 54, 92, Spoil.Remove("generalPractitioner")) { AlsoBreaks = ["GPC-API-235"] },
            new(331, "active is left out", 54, 92, Spoil.Remove("active")) { AlsoBreaks = ["GPC-API-235"] },
            new(332, "ethnicity is shared", 55, 93, Extra("Extension-CareConnect-GPC-EthnicCategory-1", "A", "British, Mixed British")),
            new(333, "religion is shared", 56, 94, Extra("Extension-CareConnect-GPC-ReligiousAffiliation-1", "A1", "Baha'i")),
            new(334, "organ donation is shared", 57, 95, patient =>
                Spoil.AddExtension(patient, "http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor", "valueBoolean", true)),
            new(335, "residential status is shared", 58, 96, Extra("Extension-CareConnect-GPC-ResidentialStatus-1", "H", "UK Resident")),
            new(336, "treatment category is shared", 59, 97, Extra("Extension-CareConnect-GPC-TreatmentCategory-1", "1", "Exempt from payment")),
            new(337, "the place of birth is shared", 60, 98, patient => Spoil.AddExtension(
                patient, "http://hl7.org/fhir/StructureDefinition/birthPlace", "valueAddress", new JsonObject { ["city"] = "Testington" })),
            new(338, "marital status is shared", 61, 99, Spoil.Add("maritalStatus", "contact", () =>
                FhirJson.CodeableConcept("http://hl7.org/fhir/v3/MaritalStatus", "M", "Married"))),
            new(339, "a multiple birth is shared", 62, 100, Spoil.Add("multipleBirthBoolean", "contact", () => false)),
            new(340, "Patient does not name its profile", 41, 79, patient =>
                patient["meta"]!.AsObject().Remove("profile")) { AlsoBreaks = ["GPC-API-186"] },
            new(341, "Patient has no version id", 42, 80, patient => patient["meta"]!.AsObject().Remove("versionId"))
            {
                AlsoBreaks = ["GPC-API-189"],
            },
            new(342, "a photograph is shared, which the profile forbids", 40, 78, Spoil.Add("photo", "contact", () =>
                new JsonArray(new JsonObject { ["contentType"] = "image/png" }))) { AlsoBreaks = ["GPC-API-188"] },
            new(343, "the registration has a status, which its profile forbids", 40, 78, OnExtension(Registration, registration =>
                registration["extension"]!.AsArray().Add(FhirJson.Extension(
                    "registrationStatus",
                    "valueCodeableConcept",
                    FhirJson.CodeableConcept(FhirJson.CodeSystem("CareConnect-RegistrationStatus-1"), "A", "Active")))))
            {
                AlsoBreaks = ["GPC-API-188"],
            },
            new(344, "the language code does not exist", 40, 78, OnExtension(Communication, communication =>
                communication["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"] = "polish"))
            {
                AlsoBreaks = ["GPC-API-188", "GPC-FND-052", "GPC-FND-090"],
            },
        }.SelectMany(defect => (defect with { InRegistration = OnRegistration(defect.InSearch!.Value) }).Of("Patient")),
    ];

    /// <summary>The registration's requirements follow the search's in order; but the verification status has none.</summary>
    private static int? OnRegistration(int inSearch) => inSearch == 44 ? null : inSearch < 44 ? inSearch + 210 : inSearch + 209;

    private static Action<JsonObject> OnNhsNumber(Action<JsonObject> spoil) => Spoil.Each("identifier", identifier =>
    {
        if (identifier["system"]?.GetValue<string>() == NhsNumber.System)
        {
            spoil(identifier);
        }
    });

    private static Action<JsonObject> OnVerification(Action<JsonObject> spoil) => OnNhsNumber(OnExtension(Verification, extension =>
        spoil(extension["valueCodeableConcept"]!["coding"]![0]!.AsObject())));

    private static Action<JsonObject> OnExtension(string url, Action<JsonObject> spoil) => element =>
    {
        foreach (var extension in Spoil.Extensions(element, url).ToList())
        {
            spoil(extension);
        }
    };

    private static Action<JsonObject> OnBranch(string reference) => OnExtension("preferredBranchSurgery", branch =>
        branch["valueReference"]!["reference"] = reference);

    private static void RemoveExtension(JsonObject element, string url)
    {
        foreach (var extension in Spoil.Extensions(element, url).ToList())
        {
            element["extension"]!.AsArray().Remove(extension);
        }
    }

    private static void AddName(JsonObject patient) => patient["name"]!.AsArray().Add(
        new JsonObject { ["use"] = "official", ["family"] = "Second", ["given"] = new JsonArray("Sam") });

    private static Action<JsonObject> Extra(string extension, string code, string display) => patient => Spoil.AddExtension(
        patient,
        FhirJson.Profile(extension),
        "valueCodeableConcept",
        FhirJson.CodeableConcept(FhirJson.CodeSystem(extension["Extension-".Length..].Replace("-GPC-", "-", StringComparison.Ordinal)), code, display));
}
