using System.Collections.Concurrent;
using System.Collections.Frozen;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A practice as it is served: its records, which registrations may change, and its defects.</summary>
internal sealed class Practice
{
    public const string SpecificationVersion = "1.6.2";

    private readonly FrozenSet<Rule> _neglected;
    private readonly ConcurrentDictionary<string, PatientRecord> _patients;
    private readonly Lock _registering = new();

    public Practice(PracticeOptions options, Uri origin, TimeProvider clock)
    {
        Options = options;
        BaseUrl = new Uri(origin, $"/{options.OdsCode}/{PathOf(ServiceRoot.FoundationsAndAppointments)}");
        _neglected = options.Defects.SelectMany(defect => defect.Neglects).ToFrozenSet();

        var today = options.Date ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var population = new SyntheticPractice(options.OdsCode, options.Seed, today);
        _patients = new(population.Patients.ToDictionary(patient => patient.Id), StringComparer.Ordinal);
        Pds = population.Pds.ToFrozenDictionary(record => record.NhsNumber);
        Practitioners = population.Practitioners.ToFrozenDictionary(practitioner => practitioner.Id);
        Organizations = population.Organizations.ToFrozenDictionary(organization => organization.Id);
        Locations = population.Locations.ToFrozenDictionary(location => location.Id);
        Organization = population.Organizations[0];
        TestData = population.TestData(BaseUrl, options.Asid);
    }

    public PracticeOptions Options { get; }

    /// <summary>Service root URL of Foundations and Appointment Management.</summary>
    public Uri BaseUrl { get; }

    public ProviderTestData TestData { get; }

    /// <summary>The practice itself.</summary>
    public OrganizationRecord Organization { get; }

    public FrozenDictionary<string, PdsRecord> Pds { get; }

    public FrozenDictionary<string, PractitionerRecord> Practitioners { get; }

    public FrozenDictionary<string, OrganizationRecord> Organizations { get; }

    public FrozenDictionary<string, LocationRecord> Locations { get; }

    public IEnumerable<PatientRecord> Patients => _patients.Values.OrderBy(patient => patient.Id, StringComparer.Ordinal);

    /// <summary>False where one of the practice's defects neglects the rule.</summary>
    public bool Keeps(Rule rule) => !_neglected.Contains(rule);

    /// <summary>What follows the ODS code in the service root URLs that this practice publishes.</summary>
    public string PathOf(ServiceRoot root) =>
        Options.Defects.Aggregate(root.Path, (path, defect) => defect.OnRootPath?.Invoke(path) ?? path);

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
}
