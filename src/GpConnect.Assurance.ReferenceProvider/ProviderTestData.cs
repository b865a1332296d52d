namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>What a test client has to know of a practice: who plays which part there.</summary>
public sealed record ProviderTestData
{
    public required Uri BaseUrl { get; init; }

    /// <summary>Service root URL of a practice on the same system that has Appointment Management switched off.</summary>
    public required Uri WithoutAppointments { get; init; }

    public required string OdsCode { get; init; }

    public required string Asid { get; init; }

    /// <summary>The specification's version that the practice implements, <c>1.6.2</c>.</summary>
    public required string SpecificationVersion { get; init; }

    /// <summary>By role: <c>registered</c>, <c>temporary</c>, <c>inactive</c>, …</summary>
    public required IReadOnlyDictionary<string, TestPatient> Patients { get; init; }

    /// <summary>Patients whom PDS knows and the practice does not, for registrations that succeed; each can be registered once.</summary>
    public required IReadOnlyList<TestPatient> Unregistered { get; init; }

    /// <summary>Patients who left the practice, whose records a registration takes up again; each once.</summary>
    public required IReadOnlyList<TestPatient> Lapsed { get; init; }

    /// <summary>By role: <c>gp</c>, <c>nurse</c>, …</summary>
    public required IReadOnlyDictionary<string, TestPractitioner> Practitioners { get; init; }

    /// <summary>By role: <c>practice</c>, <c>other-practice</c>, <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, TestOrganization> Organizations { get; init; }

    /// <summary>By role: <c>main</c>, <c>branch</c>, <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, TestLocation> Locations { get; init; }

    /// <summary>By role: <c>type-restricted</c>, <c>unmarked</c>, …</summary>
    public required IReadOnlyDictionary<string, TestSlot> Slots { get; init; }

    /// <summary>By role: <c>in-practice</c>, <c>past</c>, …; all but <c>incomplete</c> are of the patient <c>booked-in-practice</c>.</summary>
    public required IReadOnlyDictionary<string, TestAppointment> Appointments { get; init; }

    /// <summary>The appointment book as it was set up, in the order of the times.</summary>
    public required IReadOnlyList<BookSlot> Book { get; init; }
}
