namespace GpConnect.Assurance.Harness.Client;

/// <summary>The interactions of GP Connect API 1.2.x and 1.6.x, stated on the consumer's side.</summary>
public static class Interactions
{
    private const string PatientRead = "patient/*.read";
    private const string PatientWrite = "patient/*.write";
    private const string OrganizationRead = "organization/*.read";
    private const string Prefix = "urn:nhs:names:services:gpconnect:";

    public static Interaction ReadMetadata { get; } = new(
        Prefix + "fhir:rest:read:metadata-1", "read metadata", "GET", "/metadata", Capability.Foundations, OrganizationRead);

    public static Interaction ReadPatient { get; } = new(
        Prefix + "fhir:rest:read:patient-1", "read a patient", "GET", "/Patient/{id}", Capability.Foundations, PatientRead);

    public static Interaction FindPatient { get; } = new(
        Prefix + "fhir:rest:search:patient-1", "find a patient", "GET", "/Patient", Capability.Foundations, PatientRead)
    {
        Query = [new("identifier", "https://fhir.nhs.uk/Id/nhs-number|{nhsNumber}")],
    };

    public static Interaction ReadPractitioner { get; } = new(
        Prefix + "fhir:rest:read:practitioner-1", "read a practitioner", "GET", "/Practitioner/{id}", Capability.Foundations, OrganizationRead);

    public static Interaction FindPractitioner { get; } = new(
        Prefix + "fhir:rest:search:practitioner-1", "find a practitioner", "GET", "/Practitioner", Capability.Foundations, OrganizationRead)
    {
        Query = [new("identifier", "https://fhir.nhs.uk/Id/sds-user-id|{sdsUserId}")],
    };

    public static Interaction ReadOrganization { get; } = new(
        Prefix + "fhir:rest:read:organization-1", "read an organisation", "GET", "/Organization/{id}", Capability.Foundations, OrganizationRead);

    public static Interaction FindOrganization { get; } = new(
        Prefix + "fhir:rest:search:organization-1", "find an organisation", "GET", "/Organization", Capability.Foundations, OrganizationRead)
    {
        Query = [new("identifier", "https://fhir.nhs.uk/Id/ods-organization-code|{odsCode}")],
    };

    public static Interaction ReadLocation { get; } = new(
        Prefix + "fhir:rest:read:location-1", "read a location", "GET", "/Location/{id}", Capability.Foundations, OrganizationRead);

    public static Interaction RegisterPatient { get; } = new(
        Prefix + "fhir:operation:gpc.registerpatient-1",
        "register a patient",
        "POST",
        "/Patient/$gpc.registerpatient",
        Capability.Foundations,
        PatientWrite,
        InteractionKind.Command)
    {
        BodyResource = "Parameters",
    };

    public static Interaction SearchSlots { get; } = new(
        Prefix + "fhir:rest:search:slot-1", "search for free slots", "GET", "/Slot", Capability.Appointments, OrganizationRead)
    {
        Query = [new("start", "ge{from}"), new("end", "le{to}"), new("status", "free"), new("_include", "Slot:schedule")],
    };

    public static Interaction ReadAppointment { get; } = new(
        Prefix + "fhir:rest:read:appointment-1", "read an appointment", "GET", "/Appointment/{id}", Capability.Appointments, PatientRead);

    public static Interaction BookAppointment { get; } = new(
        Prefix + "fhir:rest:create:appointment-1",
        "book an appointment",
        "POST",
        "/Appointment",
        Capability.Appointments,
        PatientWrite,
        InteractionKind.Command)
    {
        BodyResource = "Appointment",
    };

    public static Interaction AmendAppointment { get; } = new(
        Prefix + "fhir:rest:update:appointment-1",
        "amend an appointment",
        "PUT",
        "/Appointment/{id}",
        Capability.Appointments,
        PatientWrite,
        InteractionKind.Command)
    {
        BodyResource = "Appointment",
        IfMatch = true,
    };

    public static Interaction CancelAppointment { get; } = AmendAppointment with
    {
        Id = Prefix + "fhir:rest:cancel:appointment-1",
        Operation = "cancel an appointment",
    };

    public static Interaction RetrievePatientAppointments { get; } = new(
        Prefix + "fhir:rest:search:patient_appointments-1",
        "retrieve a patient's appointments",
        "GET",
        "/Patient/{id}/Appointment",
        Capability.Appointments,
        PatientRead)
    {
        Query = [new("start", "ge{from}"), new("start", "le{to}")],
    };

    public static Interaction GetStructuredRecord { get; } = new(
        Prefix + "fhir:operation:gpc.getstructuredrecord-1",
        "get the structured record",
        "POST",
        "/Patient/$gpc.getstructuredrecord",
        Capability.Structured,
        PatientRead)
    {
        BodyResource = "Parameters",
    };

    public static Interaction MigrateStructuredRecord { get; } = new(
        Prefix + "fhir:operation:gpc.migratestructuredrecord-1",
        "migrate the structured record",
        "POST",
        "/Patient/$gpc.migratestructuredrecord",
        Capability.Structured,
        PatientRead)
    {
        BodyResource = "Parameters",
        ReasonForRequest = "migration",
    };

    public static Interaction ReadStructuredMetadata { get; } = new(
        Prefix + "structured:fhir:rest:read:metadata-1", "read metadata (structured)", "GET", "/metadata", Capability.Structured, OrganizationRead);

    public static Interaction ReadDocumentsMetadata { get; } = new(
        Prefix + "documents:fhir:rest:read:metadata-1", "read metadata (documents)", "GET", "/metadata", Capability.Documents, OrganizationRead);

    public static Interaction FindDocumentsPatient { get; } = FindPatient with
    {
        Id = Prefix + "documents:fhir:rest:search:patient-1",
        Operation = "find a patient (documents)",
        Capability = Capability.Documents,
    };

    public static Interaction SearchDocuments { get; } = new(
        Prefix + "documents:fhir:rest:search:documentreference-1",
        "search for a patient's documents",
        "GET",
        "/Patient/{id}/DocumentReference",
        Capability.Documents,
        PatientRead);

    public static Interaction RetrieveDocument { get; } = new(
        Prefix + "documents:fhir:rest:read:binary-1", "retrieve a document", "GET", "/Binary/{id}", Capability.Documents, PatientRead);

    public static Interaction MigrateDocument { get; } = RetrieveDocument with
    {
        Id = Prefix + "documents:fhir:rest:migrate:binary-1",
        Operation = "migrate a document",
        ReasonForRequest = "migration",
    };

    public static IReadOnlyList<Interaction> All { get; } =
    [
        ReadMetadata, ReadPatient, FindPatient, ReadPractitioner, FindPractitioner, ReadOrganization, FindOrganization, ReadLocation,
        RegisterPatient, SearchSlots, ReadAppointment, BookAppointment, AmendAppointment, CancelAppointment, RetrievePatientAppointments,
        GetStructuredRecord, MigrateStructuredRecord, ReadStructuredMetadata, ReadDocumentsMetadata, FindDocumentsPatient, SearchDocuments,
        RetrieveDocument, MigrateDocument,
    ];

    /// <summary>The interaction of that Spine interaction ID or operation name, or null.</summary>
    public static Interaction? Find(string idOrOperation) =>
        All.FirstOrDefault(interaction => interaction.Id == idOrOperation || interaction.Operation == idOrOperation);
}
