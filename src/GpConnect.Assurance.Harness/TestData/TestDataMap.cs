namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Roles that scenarios name ("registered", "sensitive"), mapped to the target's own identifiers.</summary>
public sealed record TestDataMap
{
    public IReadOnlyDictionary<string, TestPatient> Patients { get; init; } = new Dictionary<string, TestPatient>();

    public IReadOnlyDictionary<string, TestPractitioner> Practitioners { get; init; } = new Dictionary<string, TestPractitioner>();

    public IReadOnlyDictionary<string, TestOrganization> Organizations { get; init; } = new Dictionary<string, TestOrganization>();

    public IReadOnlyDictionary<string, TestLocation> Locations { get; init; } = new Dictionary<string, TestLocation>();

    public IReadOnlyDictionary<string, TestSlot> Slots { get; init; } = new Dictionary<string, TestSlot>();

    public IReadOnlyDictionary<string, TestAppointment> Appointments { get; init; } = new Dictionary<string, TestAppointment>();

    public IReadOnlyDictionary<string, TestPractice> Practices { get; init; } = new Dictionary<string, TestPractice>();

    public RoleMapping<TestPatient> Patient(string role) => Find(Patients, role, "patient", "patients", "nhsNumber");

    public RoleMapping<TestPractitioner> Practitioner(string role) => Find(Practitioners, role, "practitioner", "practitioners", "sdsUserId");

    public RoleMapping<TestOrganization> Organization(string role) => Find(Organizations, role, "organization", "organizations", "odsCode");

    public RoleMapping<TestLocation> Location(string role) => Find(Locations, role, "location", "locations", "id");

    public RoleMapping<TestSlot> Slot(string role) => Find(Slots, role, "slot type", "slots", "serviceType");

    public RoleMapping<TestAppointment> Appointment(string role) => Find(Appointments, role, "appointment", "appointments", "id");

    public RoleMapping<TestPractice> Practice(string role) => Find(Practices, role, "practice", "practices", "url");

    private static RoleMapping<T> Find<T>(IReadOnlyDictionary<string, T> participants, string role, string kind, string section, string key)
        where T : TestParticipant =>
        participants.TryGetValue(role, out var participant)
            ? RoleMapping<T>.Mapped(role, participant)
            : RoleMapping<T>.NotMapped(
                role,
                $"No {kind} is mapped to the role \"{role}\": set testData.{section}.{role}.{key} in the configuration file.");
}
