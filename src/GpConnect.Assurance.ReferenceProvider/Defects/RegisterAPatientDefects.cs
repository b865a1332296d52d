using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of "Register a patient".</summary>
internal static class RegisterAPatientDefects
{
    private const string InvalidResource = "INVALID_RESOURCE";

    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-FND-801", "A body that is not well-formed is an invalid resource", "GPC-API-174")
        {
            AlsoBreaks = ["GPC-FND-221"],
            Neglects = [Rule.BodyIsWellFormed],
        },
        new("GPD-FND-802", "A bare Patient is registered", "GPC-FND-205") { Neglects = [Rule.BodyIsParameters] },
        new("GPD-FND-803", "Any parameter will do", "GPC-FND-206") { Neglects = [Rule.ParameterIsTheOneDefined] },
        new("GPD-FND-804", "A missing NHS number gives an internal error", "GPC-FND-207")
        {
            AlsoBreaks = ["GPC-FND-220"],
            Neglects = [Rule.NhsNumberIsRequired],
        },
        new("GPD-FND-805", "Any name will do", "GPC-FND-208") { AlsoBreaks = ["GPC-API-207"], Neglects = [Rule.OfficialNameIsRequired] },
        new("GPD-FND-806", "The family name may be missing", "GPC-FND-209") { Neglects = [Rule.FamilyNameIsRequired] },
        new("GPD-FND-807", "The given name may be missing", "GPC-FND-210") { Neglects = [Rule.GivenNameIsRequired] },
        new("GPD-FND-808", "The date of birth may be missing", "GPC-FND-211")
        {
            Neglects = [Rule.BirthDateIsRequired, Rule.PdsMatchesThePatient],
        },
        new("GPD-FND-809", "There may be two official names", "GPC-FND-212") { Neglects = [Rule.OneOfficialNameIsSent] },
        new("GPD-FND-810", "There may be two NHS numbers", "GPC-FND-213") { Neglects = [Rule.OneNhsNumberIsSent] },
        new("GPD-FND-811", "Fields that are not allowed are disregarded", "GPC-FND-204") { Neglects = [Rule.SurplusIsRefused] },
        new("GPD-FND-812", "A use of address may come twice", "GPC-FND-214") { Neglects = [Rule.AddressUsesAreNotRepeated] },
        new("GPD-FND-813", "Any use of address will do", "GPC-FND-215") { Neglects = [Rule.AddressUsesAreHomeOrTemporary] },
        new("GPD-FND-814", "A kind of telecom may come twice", "GPC-FND-216") { Neglects = [Rule.TelecomsAreNotRepeated] },
        new("GPD-FND-815", "Any kind of telecom will do", "GPC-FND-217") { Neglects = [Rule.TelecomsAreOfTheKindsNamed] },
        new("GPD-FND-816", "The language may come twice", "GPC-FND-218") { Neglects = [Rule.OneLanguageIsSent] },
        new("GPD-FND-817", "A number that is no NHS number is registered", "GPC-FND-219")
        {
            Neglects = [Rule.SentNhsNumberIsChecked, Rule.PdsKnowsThePatient],
        },
        new("GPD-FND-818", "Any gender will do", "GPC-FND-222") { Neglects = [Rule.GenderIsChecked] },
        new("GPD-FND-819", "A telecom may lack system or value", "GPC-FND-222")
        {
            Neglects = [Rule.TelecomPartsAreChecked, Rule.TelecomsAreOfTheKindsNamed],
        },
        new("GPD-FND-820", "Any language code will do", "GPC-FND-222") { Neglects = [Rule.LanguageIsChecked] },
        new("GPD-FND-821", "Elements that the profile forbids are disregarded", "GPC-FND-222")
        {
            Neglects = [Rule.ElementsOutsideTheProfileAreRefused],
        },
        // Whether words that the harness does not know name the field is for a reader to say.
        new("GPD-FND-822", "The diagnostics do not say which field is wrong", "GPC-FND-223")
        {
            AlsoBreaks = ["GPC-FND-207", "GPC-FND-208", "GPC-FND-209", "GPC-FND-210", "GPC-FND-211"],
            IsOnlyWarnedOf = true,
            OnResponse = Spoil.Issues(InvalidResource, Spoil.Set("diagnostics", () => "The request is not right.")),
        },
        new("GPD-FND-881", "A patient that is not valid is refused without diagnostics", "GPC-FND-223")
        {
            AlsoBreaks = ["GPC-API-150", "GPC-API-172"],
            OnResponse = Spoil.Issues(InvalidResource, Spoil.Remove("diagnostics")),
        },
        new("GPD-FND-823", "An invalid patient gives 400", "GPC-API-165")
        {
            AlsoBreaks =
            [
                "GPC-FND-205", "GPC-FND-206", "GPC-FND-208", "GPC-FND-209", "GPC-FND-210", "GPC-FND-211", "GPC-FND-212", "GPC-FND-213", "GPC-FND-222",
            ],
            OnResponse = Spoil.Errors(InvalidResource, response => response.Status = 400),
        },
        new("GPD-FND-829", "Details that PDS does not verify are taken", "GPC-FND-229")
        {
            AlsoBreaks = ["GPC-FND-230", "GPC-API-155"],
            Neglects = [Rule.PdsMatchesThePatient],
        },
        new("GPD-FND-830", "Numbers that PDS does not know are registered", "GPC-FND-230")
        {
            AlsoBreaks = ["GPC-API-155", "GPC-API-264"],
            Neglects = [Rule.PdsKnowsThePatient],
        },
        new("GPD-FND-831", "Deceased patients are registered", "GPC-FND-231")
        {
            AlsoBreaks = ["GPC-FND-239"],
            Neglects = [Rule.DeceasedPatientsAreNotRegistered],
        },
        new("GPD-FND-832", "Sensitive patients are registered", "GPC-FND-232")
        {
            AlsoBreaks = ["GPC-FND-193"],
            Neglects = [Rule.SensitivePatientsAreNotRegistered],
        },
        new("GPD-FND-833", "Invalid and superseded numbers are registered", "GPC-FND-233") { Neglects = [Rule.FlaggedNumbersAreNotRegistered] },
        new("GPD-FND-853", "A failure of PDS is told as wrong demographics", "GPC-FND-234")
        {
            OnResponse = Spoil.Errors("INTERNAL_SERVER_ERROR", response =>
            {
                response.Status = 400;
                Spoil.SpineCode("INTERNAL_SERVER_ERROR", "INVALID_PATIENT_DEMOGRAPHICS", "Invalid patient demographics")(response);
            }),
        },
        new("GPD-FND-834", "Demographics that do not verify give INVALID_NHS_NUMBER", "GPC-FND-230")
        {
            AlsoBreaks = ["GPC-API-155", "GPC-FND-229", "GPC-FND-231", "GPC-FND-232", "GPC-FND-237", "GPC-FND-239"],
            OnResponse = Spoil.SpineCode("INVALID_PATIENT_DEMOGRAPHICS", "INVALID_NHS_NUMBER", "Invalid NHS number"),
        },
        new("GPD-FND-835", "Active patients are registered again", "GPC-FND-235")
        {
            AlsoBreaks = ["GPC-API-164", "GPC-FND-236"],
            Neglects = [Rule.ActivePatientsAreDuplicates],
        },
        new("GPD-FND-836", "A duplicate gives 400", "GPC-API-164")
        {
            AlsoBreaks = ["GPC-FND-235", "GPC-FND-236"],
            OnResponse = Spoil.Errors("DUPLICATE_REJECTED", response => response.Status = 400),
        },
        new("GPD-FND-837", "A local record that cannot be verified is registered as it is", "GPC-FND-237")
        {
            Neglects = [Rule.LocalUntracedPatientsAreVerified, Rule.ActivePatientsAreDuplicates],
        },
        new("GPD-FND-838", "A patient who left stays inactive", "GPC-FND-238") { Neglects = [Rule.LeftPatientsAreReactivated] },
        new("GPD-FND-839", "Patients are registered as regular ones", "GPC-FND-241")
        {
            AlsoBreaks = ["GPC-FND-240", "GPC-FND-238", "GPC-FND-272"],
            Neglects = [Rule.RegistrationsAreTemporary],
        },
        new("GPD-FND-840", "What was not sent is not taken from PDS", "GPC-FND-242")
        {
            AlsoBreaks = ["GPC-FND-200", "GPC-FND-256"],
            Neglects = [Rule.PdsSupplementsWhatWasSent],
        },
        new("GPD-FND-841", "Contact details that were sent are dropped", "GPC-FND-203")
        {
            AlsoBreaks = ["GPC-FND-242", "GPC-FND-257", "GPC-FND-258", "GPC-FND-261", "GPC-API-237"],
            Neglects = [Rule.WhatWasSentIsKept],
        },
        new("GPD-FND-842", "Temporary contact details have no end", "GPC-FND-243") { Neglects = [Rule.TemporaryDetailsEnd] },
        new("GPD-FND-843", "A registration gives 201", "GPC-FND-247")
        {
            AlsoBreaks = ["GPC-API-203"],
            OnResponse = OnRegistration(response => response.Status = 201),
        },
        new("GPD-FND-844", "A registration gives the bare Patient", "GPC-FND-247")
        {
            AlsoBreaks = ["GPC-API-203", "GPC-FND-248"],
            OnResponse = OnRegistration(response => response.Resource = response.Resource!["entry"]![0]!["resource"]!.DeepClone().AsObject()),
        },
        new("GPD-FND-845", "The Bundle of a registration does not name its profile", "GPC-FND-248")
        {
            AlsoBreaks = ["GPC-API-186"],
            OnResponse = OnRegistration(response => response.Resource!.Remove("meta")),
        },
        new("GPD-FND-846", "A registration gives another patient", "GPC-FND-249")
        {
            AlsoBreaks = ["GPC-FND-253", "GPC-FND-254", "GPC-FND-255"],
            OnResponse = Spoil.Registered(patient =>
            {
                patient["name"]![0]!["family"] = "Somebody-Else";
                patient["birthDate"] = "1900-01-01";
            }),
        },
        new("GPD-FND-847", "The registration has no type", "GPC-FND-272")
        {
            AlsoBreaks = ["GPC-FND-240"],
            OnResponse = Spoil.Registered(patient => RemovePart(patient, "registrationType")),
        },
        new("GPD-FND-848", "The registration has no period", "GPC-FND-273") { Neglects = [Rule.RegistrationsHaveAPeriod] },
        new("GPD-FND-849", "A registration is not kept", "GPC-FND-274")
        {
            AlsoBreaks = ["GPC-FND-235", "GPC-FND-238", "GPC-API-061"],
            Neglects = [Rule.RegistrationsAreKept],
        },
        new("GPD-FND-850", "The statement does not list the operation", "GPC-FND-019")
        {
            OnResponse = Spoil.CapabilityStatements(statement => statement["rest"]![0]!.AsObject().Remove("operation")),
        },
        new("GPD-FND-851", "The operation's name in the statement lacks its prefix", "GPC-FND-019")
        {
            AlsoBreaks = ["GPC-API-227"],
            OnResponse = Spoil.CapabilityStatements(statement => statement["rest"]![0]!["operation"]![0]!["name"] = "registerpatient"),
        },
        new("GPD-FND-852", "The operation is not implemented", "GPC-FND-194")
        {
            AlsoBreaks = ["GPC-API-013", "GPC-FND-195", "GPC-FND-247", "GPC-API-203"],
            OnResponse = OnRegistration(response => response.Status = 501),
        },
    ];

    /// <summary>Registrations that succeed.</summary>
    private static Action<FhirResponse> OnRegistration(Action<FhirResponse> spoil) => Spoil.Successes(response =>
    {
        if (response.Request.Interaction?.Operation is not null)
        {
            spoil(response);
        }
    });

    private static void RemovePart(JsonObject patient, string url)
    {
        foreach (var extension in patient["extension"]!.AsArray())
        {
            if (extension!["extension"] is JsonArray parts)
            {
                parts.RemoveAll(part => part!["url"]!.GetValue<string>() == url);
            }
        }
    }
}
