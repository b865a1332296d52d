using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>Invents a practice: the same seed and date give the same staff, sites and patients. Nobody and nothing in it exists.</summary>
internal sealed class SyntheticPractice
{
    private const int UnregisteredPatients = 60;
    private const int LapsedPatients = 6;
    private const string OtherPractice = "GPC999";

    private readonly SyntheticSource _source;
    private readonly DateOnly _today;
    private readonly List<PatientRecord> _patients = [];
    private readonly List<PdsRecord> _pds = [];
    private readonly List<TestPatient> _unregistered = [];
    private readonly List<TestPatient> _lapsed = [];
    private readonly Dictionary<string, TestPatient> _roles = [];

    /// <param name="odsCode">Of the practice.</param>
    /// <param name="seed">What everything invented follows from.</param>
    /// <param name="today">The day that the records are made for.</param>
    /// <param name="consumerOdsCode">Of the organisation that restricted slots are for.</param>
    public SyntheticPractice(string odsCode, int seed, DateOnly today, string consumerOdsCode = PracticeOptions.DefaultConsumerOdsCode)
    {
        Seed = seed;
        Sessions = SyntheticSessions.Daily(consumerOdsCode, OtherPractice);
        _source = new SyntheticSource(seed);
        _today = today;
        var practice = _source.Id();
        var main = _source.Id();
        Organizations =
        [
            Organization(practice, odsCode, "The Synthetic Practice", version: 3) with { MainLocation = "Location/" + main },
            Organization(_source.Id(), OtherPractice, "Another Synthetic Practice"),
        ];
        Locations =
        [
            new(main, "Synthetic Practice Main Surgery", [_source.Phone("work")], _source.Address("work"), practice, Version: 2),
            new(_source.Id(), "Synthetic Practice Branch Surgery", [_source.Phone("work")], _source.Address("work"), practice),
        ];
        Practitioners =
        [
            Practitioner("999900000017", ["999900001017", "999900002017"], "female", "Dr") with { Language = new("cy", "Welsh"), Version = 4 },
            Practitioner("999900000025", ["999900001025"], "male", "Mr"),
            Practitioner("999900000033", [], "female", "Miss"),
        ];
        AddVerifiedPatients();
        AddUntracedPatients();
        AddUnregisteredPatients();
        AddLapsedPatients();
        _roles["unknown"] = new("unknown", _source.NhsNumber());
        PlaceOfVisits = new(_source.Id(), "Visit", [], new("work", ["Unknown"], "Unknown", null, null, null), practice);
        Add(SyntheticAppointments.Patient, Patient("female", "Mrs"));
        Add(SyntheticAppointments.PatientOfTheIncomplete, Patient("male", "Mr"));
    }

    public int Seed { get; }

    /// <summary>Which of two code systems the roles of staff are coded in.</summary>
    public bool RolesAreOfTheNhsCodeSystem { get; init; }

    /// <summary>What the practice holds each day.</summary>
    public IReadOnlyList<Session> Sessions { get; }

    /// <summary>The practice itself comes first.</summary>
    public IReadOnlyList<OrganizationRecord> Organizations { get; }

    /// <summary>The main surgery, then the branch.</summary>
    public IReadOnlyList<LocationRecord> Locations { get; }

    /// <summary>Stands in appointments for a place that is the patient's own (GPC-APT-213).</summary>
    public LocationRecord PlaceOfVisits { get; }

    /// <summary>A GP, a nurse, and one without a role profile.</summary>
    public IReadOnlyList<PractitionerRecord> Practitioners { get; }

    public IReadOnlyList<PatientRecord> Patients => _patients;

    public IReadOnlyList<PdsRecord> Pds => _pds;

    /// <summary>Of a patient with a record here.</summary>
    public string LogicalIdOf(string role) => _roles[role].LogicalId!;

    public ProviderTestData TestData(Practice practice) => new()
    {
        BaseUrl = practice.BaseUrl,
        WithoutAppointments = practice.WithoutAppointments.BaseUrl,
        OdsCode = Organizations[0].OdsCode,
        Asid = practice.Options.Asid,
        SpecificationVersion = practice.SpecificationVersion,
        Patients = _roles,
        Unregistered = _unregistered,
        Lapsed = _lapsed,
        Practitioners = new[]
        {
            Known("gp", Practitioners[0]) with { Expected = Expectations(Practitioners[0]) },
            Known("nurse", Practitioners[1]),
            Known("without-role-profile", Practitioners[2]),
            new("unknown", "999999999999", null),
        }.ToDictionary(practitioner => practitioner.Role),
        Organizations = new TestOrganization[]
        {
            new("practice", Organizations[0].OdsCode, Organizations[0].Id) { Expected = Expectations(Organizations[0]) },
            new("other-practice", Organizations[1].OdsCode, Organizations[1].Id),
            new("unknown", "Z99999", null),
        }.ToDictionary(organization => organization.Role),
        Locations = new TestLocation[]
        {
            new("main", Locations[0].Id) { Expected = Expectations(Locations[0]) },
            new("branch", Locations[1].Id),
            new("unknown", "no-such-location"),
        }.ToDictionary(location => location.Role),
        Slots = practice.Book.TestData.Slots,
        Appointments = practice.Book.TestData.Appointments,
        Book = practice.Book.TestData.Book,
    };

    private static TestPractitioner Known(string role, PractitionerRecord practitioner) =>
        new(role, practitioner.SdsUserId, practitioner.Id) { Family = practitioner.Name.Family };

    private OrganizationRecord Organization(string id, string odsCode, string name, int version = 1) =>
        new(id, odsCode, name, [_source.Phone("work")], [_source.Address("work")], Version: version);

    private PractitionerRecord Practitioner(string sdsUserId, string[] roleProfiles, string gender, string prefix) =>
        new(_source.Id(), sdsUserId, roleProfiles, _source.Name(gender, prefix), gender);

    private void AddVerifiedPatients()
    {
        var rich = Patient("female", "Mrs") with
        {
            Version = 5,
            OtherNames = [new("usual", null, ["Bee"])],
            Telecoms = [_source.Phone("home"), _source.Phone("mobile"), _source.Email("home")],
            Addresses = [_source.Address("home"), _source.Address("temp") with { End = _today.AddDays(30) }],
            Contacts = [Contact("Next of kin", "Daughter"), Contact("Carer")],
            Language = new("pl", "Polish", InterpreterRequired: true),
            GeneralPractitioner = "Practitioner/" + Practitioners[0].Id,
        };
        Add("registered", rich, expected: Expectations(rich));
        Add("registered-minimal", Patient("male", "Mr") with { Telecoms = [], Addresses = [] });
        Add("registered-english", Patient("male", "Mr") with { Language = new("en", "English") });
        Add("temporary", Patient("male", "Mr") with
        {
            Registration = new(RegistrationType.Temporary, _today.AddDays(-10), _today.AddDays(80), "Location/" + Locations[0].Id),
            GeneralPractitioner = "Organization/" + Organizations[1].Id,
        });
        Add("inactive", Patient("female", "Ms") with
        {
            Registration = new(RegistrationType.Regular, _today.AddYears(-9), _today.AddYears(-2), "Location/" + Locations[0].Id),
            HasLeft = true,
            Contacts = [Contact("Partner")],
            GeneralPractitioner = "Practitioner/" + Practitioners[1].Id,
        });
        Add("deceased", Patient("male", "Mr") with { DeceasedOn = _today.AddDays(-200) }, pds => pds with { IsDeceased = true });
        Add("sensitive", Patient("female", "Mrs") with { IsSensitive = true }, pds => pds with { IsSensitive = true });
        Add("dissent", Patient("male", "Mr") with { DissentsFromSharing = true });
        Add("incomplete", Patient("female", "Miss") with { BirthDate = null });
    }

    /// <summary>Patients whose NHS number was never traced: whether they are found depends on what PDS holds.</summary>
    private void AddUntracedPatients()
    {
        AddUntraced("untraced-same-birth-date", pds => pds with { Name = new("official", "Otherwise", ["Quite"]) });
        AddUntraced("untraced-near-birth-date", pds => pds with { BirthDate = pds.BirthDate.AddMonths(1) });
        AddUntraced("untraced-other-initial", pds => pds with { BirthDate = pds.BirthDate.AddMonths(1), Name = pds.Name with { Given = ["Xavi"] } });
        AddUntraced("untraced-other-family", pds => pds with { BirthDate = pds.BirthDate.AddMonths(1), Name = pds.Name with { Family = "Xample" } });
        AddUntraced("untraced-other-birth-date", pds => pds with { BirthDate = pds.BirthDate.AddMonths(1).AddYears(1) });
        AddUntraced("untraced-deceased", pds => pds with { IsDeceased = true });
        AddUntraced("untraced-sensitive", pds => pds with { IsSensitive = true });
        AddUntraced("untraced-invalid", pds => pds with { IsInvalid = true });
        AddUntraced("superseded", pds => pds with { IsSuperseded = true });
    }

    private void AddUnregisteredPatients()
    {
        for (var i = 0; i < UnregisteredPatients; i++)
        {
            _unregistered.Add(AddToPds("unregistered", Patient(i % 2 == 0 ? "female" : "male", "Mx")));
        }

        _roles["unregistered"] = _unregistered[0];
        AddUnregistered("unregistered-pds-unavailable", pds => pds with { IsOutOfReach = true });
        AddUnregistered("unregistered-deceased", pds => pds with { IsDeceased = true });
        AddUnregistered("unregistered-sensitive", pds => pds with { IsSensitive = true });
        AddUnregistered("unregistered-invalid", pds => pds with { IsInvalid = true });
        AddUnregistered("unregistered-superseded", pds => pds with { IsSuperseded = true });
    }

    /// <summary>Patients who left, for registrations that take up their record again.</summary>
    private void AddLapsedPatients()
    {
        for (var i = 0; i < LapsedPatients; i++)
        {
            Add("lapsed", Patient("male", "Mr") with
            {
                Registration = new(RegistrationType.Regular, _today.AddYears(-9), _today.AddYears(-2), "Location/" + Locations[^1].Id),
                HasLeft = true,
                Contacts = [Contact("Partner")],
                GeneralPractitioner = "Practitioner/" + Practitioners[1].Id,
            });
            _roles.Remove("lapsed", out var lapsed);
            _lapsed.Add(lapsed!);
        }
    }

    private PatientRecord Patient(string gender, string prefix) => new()
    {
        Id = _source.Id(),
        NhsNumber = _source.NhsNumber(),
        Name = _source.Name(gender, prefix),
        BirthDate = _source.BirthDate(_today),
        Gender = gender,
        Registration = new(RegistrationType.Regular, _today.AddYears(-5), PreferredBranch: "Location/" + Locations[^1].Id),
        Telecoms = [_source.Phone("home")],
        Addresses = [_source.Address("home")],
    };

    private ContactPerson Contact(params string[] relationships)
    {
        var name = _source.Name("female", "Ms");
        return new(relationships, name, [_source.Phone("mobile")], _source.Address("home"), "female");
    }

    private void Add(
        string role,
        PatientRecord patient,
        Func<PdsRecord, PdsRecord>? onPds = null,
        IReadOnlyDictionary<string, string>? expected = null)
    {
        _patients.Add(patient);
        var known = AddToPds(role, patient, onPds) with { LogicalId = patient.Id };
        _roles[role] = expected is null ? known : known with { Expected = expected };
    }

    private void AddUntraced(string role, Func<PdsRecord, PdsRecord> onPds) =>
        Add(role, Patient("female", "Ms") with { IsVerified = false }, onPds);

    private void AddUnregistered(string role, Func<PdsRecord, PdsRecord> onPds) =>
        _roles[role] = AddToPds(role, Patient("male", "Mr"), onPds);

    private TestPatient AddToPds(string role, PatientRecord patient, Func<PdsRecord, PdsRecord>? onPds = null)
    {
        var record = new PdsRecord(patient.NhsNumber, patient.Name, patient.BirthDate ?? _today, patient.Gender)
        {
            Address = patient.Addresses is [var address, ..] ? address : null,
            Telecom = patient.Telecoms is [var telecom, ..] ? telecom : null,
        };
        _pds.Add(onPds?.Invoke(record) ?? record);
        return new TestPatient(role, patient.NhsNumber)
        {
            Family = patient.Name.Family,
            Given = patient.Name.Given[0],
            BirthDate = patient.BirthDate,
            BirthDateOnPds = _pds[^1].BirthDate,
            Gender = patient.Gender,
        };
    }

    private Dictionary<string, string> Expectations(PatientRecord patient) => new()
    {
        ["active"] = "true",
        ["name.where(use = 'official').family"] = patient.Name.Family!,
        ["name.where(use = 'official').given"] = patient.Name.Given[0],
        ["name.where(use = 'official').prefix"] = patient.Name.Prefix!,
        ["name.where(use = 'usual').given"] = patient.OtherNames[0].Given[0],
        ["birthDate"] = patient.BirthDate!.Value.ToString("yyyy-MM-dd"),
        ["gender"] = patient.Gender,
        ["telecom.where(use = 'home' and system = 'phone').value"] = patient.Telecoms[0].Value,
        ["telecom.where(use = 'mobile').value"] = patient.Telecoms[1].Value,
        ["telecom.where(system = 'email').value"] = patient.Telecoms[2].Value,
        ["address.where(use = 'home').line.first()"] = patient.Addresses[0].Lines[0],
        ["address.where(use = 'home').postalCode"] = patient.Addresses[0].PostalCode!,
        ["address.where(use = 'temp').city"] = patient.Addresses[1].City!,
        ["contact.count()"] = "2",
        ["contact.first().relationship.first().text"] = patient.Contacts[0].Relationships[0],
        ["contact.first().name.family"] = patient.Contacts[0].Name.Family!,
        ["generalPractitioner.reference"] = patient.GeneralPractitioner!,
        ["managingOrganization.reference"] = "Organization/" + Organizations[0].Id,
    };

    private static Dictionary<string, string> Expectations(PractitionerRecord practitioner) => new()
    {
        ["name.family"] = practitioner.Name.Family!,
        ["name.given"] = practitioner.Name.Given[0],
        ["gender"] = practitioner.Gender,
        ["identifier.where(system = 'https://fhir.nhs.uk/Id/sds-role-profile-id').count()"] = $"{practitioner.SdsRoleProfileIds.Count}",
        [$"extension('{FhirJson.Profile("Extension-CareConnect-GPC-NHSCommunication-1")}').extension('language').value.coding.code"] = practitioner.Language!.Code,
    };

    private static Dictionary<string, string> Expectations(OrganizationRecord organization) => new()
    {
        ["name"] = organization.Name,
        ["address.line.first()"] = organization.Addresses[0].Lines[0],
        ["address.postalCode"] = organization.Addresses[0].PostalCode!,
        ["telecom.value"] = organization.Telecoms[0].Value,
        [$"extension('{FhirJson.Profile("Extension-CareConnect-GPC-MainLocation-1")}').value.reference"] = organization.MainLocation!,
    };

    private static Dictionary<string, string> Expectations(LocationRecord location) => new()
    {
        ["name"] = location.Name,
        ["status"] = "active",
        ["address.line.first()"] = location.Address.Lines[0],
        ["address.postalCode"] = location.Address.PostalCode!,
        ["telecom.value"] = location.Telecoms[0].Value,
    };
}
