namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Every role that the scenarios that come with the tool name.</summary>
public static class Roles
{
    private const string RegistrationDetails = "extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1')";
    private const string Communication = "extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSCommunication-1')";

    /// <summary>What a registration sends.</summary>
    private static readonly string[] Demographics = ["family", "given", "birthDate"];

    public static IReadOnlyList<Role> All { get; } =
    [
        Patient("registered", "an active patient of the practice, with a preferred branch surgery", RoleState.Found) with
        {
            Needs = Demographics,
            Condition = $"{RegistrationDetails}.extension('preferredBranchSurgery').exists()",
            ConditionSays = "a preferred branch surgery",
        },
        Patient("registered-minimal", "an active patient of whom as little is recorded as may be", RoleState.Found),
        Patient("registered-english", "an active patient whose language is recorded as English", RoleState.Found) with
        {
            Condition = $"{Communication}.extension('language').value.coding.where(code = 'en').exists()",
            ConditionSays = "English as the language",
        },
        Patient("temporary", "an active patient registered as temporary", RoleState.Found) with { Needs = Demographics },
        Patient("dissent", "an active patient who dissents from sharing the record", RoleState.Found),
        Patient("inactive", "a patient who has left", RoleState.NotFound),
        Patient("deceased", "a patient who has died", RoleState.NotFound) with { Needs = Demographics },
        Patient("sensitive", "a patient whom PDS flags as sensitive", RoleState.NotFound) with { Needs = ["id", .. Demographics] },
        Patient("unknown", "nobody: a valid NHS number without a record at the practice", RoleState.NotFound),
        Patient("incomplete", "a patient whose record lacks what the profile requires", RoleState.InternalError) with { Needs = ["id"] },
        Patient("untraced-same-birth-date", "never traced, and PDS agrees on the date of birth", RoleState.Found),
        Patient("untraced-near-birth-date", "never traced, and PDS agrees on two parts of the date of birth and the name", RoleState.Found),
        Patient("untraced-other-initial", "never traced, and PDS has another initial", RoleState.NotFound),
        Patient("untraced-other-family", "never traced, and PDS has another family name", RoleState.NotFound),
        Patient("untraced-other-birth-date", "never traced, and PDS has another date of birth", RoleState.NotFound) with { Needs = [.. Demographics, TestPatient.BirthDateOnPds] },
        Patient("untraced-deceased", "never traced, and PDS has them deceased", RoleState.NotFound),
        Patient("untraced-invalid", "never traced, and PDS flags the number as invalid", RoleState.NotFound),
        Patient("untraced-sensitive", "never traced, and PDS flags them as sensitive", RoleState.NotFound),
        Patient("superseded", "never traced, and PDS has another number in place of theirs", RoleState.NotFound),
        Unregistered("unregistered", "a patient whom PDS has as told, and the practice does not have; used up when registered") with { IsNumbered = true },
        Unregistered("lapsed", "a patient who left the practice, with a contact, a preferred branch surgery and a usual practitioner; used up when registered") with { IsNumbered = true },
        Unregistered("unregistered-deceased", "no record at the practice, and PDS has them deceased"),
        Unregistered("unregistered-sensitive", "no record at the practice, and PDS flags them as sensitive"),
        Unregistered("unregistered-invalid", "no record at the practice, and PDS flags the number as invalid"),
        Unregistered("unregistered-superseded", "no record at the practice, and PDS has another number in place of theirs"),
        Unregistered("unregistered-pds-unavailable", "no record at the practice, and a trace on PDS fails"),
        new(RoleKind.Practitioner, "gp", "a practitioner whose gender is recorded", RoleState.Found) { Condition = "gender.exists()", ConditionSays = "a gender" },
        new(RoleKind.Practitioner, "nurse", "another practitioner", RoleState.Found),
        new(RoleKind.Practitioner, "without-role-profile", "a practitioner without an SDS role profile id", RoleState.Found)
        {
            Condition = "identifier.where(system = 'https://fhir.nhs.uk/Id/sds-role-profile-id').empty()",
            ConditionSays = "no SDS role profile id",
        },
        new(RoleKind.Practitioner, "unknown", "nobody: an SDS user id that nobody has at the practice", RoleState.NotFound),
        new(RoleKind.Organization, "practice", "the practice itself", RoleState.Found),
        new(RoleKind.Organization, "other-practice", "another organisation that the practice knows", RoleState.Found),
        new(RoleKind.Organization, "unknown", "nothing: an ODS code that the practice does not know", RoleState.NotFound),
        new(RoleKind.Location, "main", "the main site", RoleState.Found),
        new(RoleKind.Location, "branch", "a branch surgery", RoleState.Found),
        new(RoleKind.Location, "unknown", "nothing: an id that no location of the practice has", RoleState.NotFound),
    ];

    /// <summary>The role of that name, its number included where it has one; null for a role that only features of others know.</summary>
    public static Role? Find(RoleKind kind, string name) => All.FirstOrDefault(role => role.Kind == kind && role.IsNamed(name));

    private static Role Patient(string name, string playedBy, RoleState state) => new(RoleKind.Patient, name, playedBy, state);

    private static Role Unregistered(string name, string playedBy) => Patient(name, playedBy, RoleState.NotFound) with { Needs = Demographics };
}
