using System.Collections.Concurrent;
using System.Collections.Frozen;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A practice as it is served: its records, which registrations may change, and its defects.</summary>
internal sealed class Practice
{
    private const string DefaultSpecificationVersion = "1.6.2";

    /// <summary>Ends the ODS code of the practice's companion.</summary>
    private const string OffSuffix = "OFF";

    private readonly FrozenSet<Rule> _neglected;
    private readonly HashSet<string> _takenChanges;
    private readonly ConcurrentDictionary<string, PatientRecord> _patients;
    private readonly Lazy<AppointmentBook> _book;
    private readonly Lazy<ProviderTestData> _testData;
    private readonly Lazy<Practice> _withoutAppointments;
    private readonly Lock _registering = new();

    public Practice(PracticeOptions options, Uri origin, TimeProvider clock)
    {
        Options = options;
        BaseUrl = RootUrl(origin);
        _neglected = options.Defects.SelectMany(defect => defect.Neglects).ToFrozenSet();
        SpecificationVersion = options.Defects.Select(defect => defect.SpecificationVersion).FirstOrDefault(version => version is not null)
            ?? DefaultSpecificationVersion;
        _takenChanges = [.. options.Defects.SelectMany(defect => defect.TakesChanges)];

        var today = options.Date ?? UkTime.DayOf(clock.GetUtcNow());
        var population = new SyntheticPractice(options.OdsCode, options.Seed, today, options.ConsumerOdsCode)
        {
            RolesAreOfTheNhsCodeSystem = options.Readings.Contains(Reading.RolesAreOfTheNhsCodeSystem),
        };
        _book = new(() => new AppointmentBook(this, population, today));
        _patients = new(population.Patients.ToDictionary(patient => patient.Id), StringComparer.Ordinal);
        Pds = population.Pds.ToFrozenDictionary(record => record.NhsNumber);
        Practitioners = population.Practitioners.ToFrozenDictionary(practitioner => practitioner.Id);
        Organizations = population.Organizations.ToFrozenDictionary(organization => organization.Id);
        Locations = population.Locations.Append(population.PlaceOfVisits).ToFrozenDictionary(location => location.Id);
        Organization = population.Organizations[0];
        _testData = new(() => population.TestData(this));
        _withoutAppointments = new(() => SwitchedOff(origin));
    }

    public PracticeOptions Options { get; private set; }

    /// <summary>The version of the specification that the practice implements.</summary>
    public string SpecificationVersion { get; }

    /// <summary>Service root URL of Foundations and Appointment Management.</summary>
    public Uri BaseUrl { get; private set; }

    /// <summary>The companion on the same system: the same records and defects under another ODS code, with Appointment Management switched
    /// off. Made when it is first asked for.</summary>
    public Practice WithoutAppointments => _withoutAppointments.Value;

    public ProviderTestData TestData => _testData.Value;

    /// <summary>Made when it is first asked for.</summary>
    public AppointmentBook Book => _book.Value;

    /// <summary>The practice itself.</summary>
    public OrganizationRecord Organization { get; }

    public FrozenDictionary<string, PdsRecord> Pds { get; }

    public FrozenDictionary<string, PractitionerRecord> Practitioners { get; }

    public FrozenDictionary<string, OrganizationRecord> Organizations { get; }

    public FrozenDictionary<string, LocationRecord> Locations { get; }

    public IEnumerable<PatientRecord> Patients => _patients.Values.OrderBy(patient => patient.Id, StringComparer.Ordinal);

    /// <summary>The ODS code of the practice that this one is the companion of; null where it is none's.</summary>
    public static string? CompanionOf(string odsCode) =>
        odsCode.EndsWith(OffSuffix, StringComparison.Ordinal) ? odsCode[..^OffSuffix.Length] : null;

    /// <summary>False where one of the practice's defects neglects the rule.</summary>
    public bool Keeps(Rule rule) => !_neglected.Contains(rule);

    /// <summary>What follows the ODS code in the service root URLs that this practice publishes.</summary>
    public string PathOf(ServiceRoot root) =>
        Options.Defects.Aggregate(root.Path, (path, defect) => defect.OnRootPath?.Invoke(path) ?? path);

    /// <summary>Whether one of the practice's defects is to take a change that a consumer may not make.</summary>
    /// <param name="verb"><c>amend</c> or <c>cancel</c>.</param>
    /// <param name="element"><c>start</c>, <c>participant Patient</c>, …</param>
    public bool TakesChange(string verb, string element) => _takenChanges.Contains($"{verb} {element}");

    public PatientRecord? Patient(string id) => _patients.GetValueOrDefault(id);

    public PatientRecord? PatientByNhsNumber(string nhsNumber) =>
        _patients.Values.FirstOrDefault(patient => patient.NhsNumber == nhsNumber);

    /// <summary>Notes that the NHS number has been verified.</summary>
    public PatientRecord MarkVerified(PatientRecord patient) =>
        _patients.AddOrUpdate(patient.Id, patient, (_, held) => held with { IsVerified = true, Version = held.Version + 1 });

    /// <summary>Registers a patient: no two registrations of one practice happen at once.</summary>
    /// <param name="nhsNumber">Of the patient.</param>
    /// <param name="register">From the record held, if any, to the one to hold; may refuse.</param>
    public PatientRecord Register(string nhsNumber, Func<PatientRecord?, PatientRecord> register)
    {
        lock (_registering)
        {
            var record = register(PatientByNhsNumber(nhsNumber));
            if (Keeps(Rule.RegistrationsAreKept))
            {
                _patients[record.Id] = record;
            }

            return record;
        }
    }

    private Practice SwitchedOff(Uri origin)
    {
        var companion = (Practice)MemberwiseClone();
        companion.Options = Options with { OdsCode = Options.OdsCode + OffSuffix, HasAppointments = false };
        companion.BaseUrl = companion.RootUrl(origin);
        return companion;
    }

    private Uri RootUrl(Uri origin) => new(origin, $"/{Options.OdsCode}/{PathOf(ServiceRoot.FoundationsAndAppointments)}");
}
