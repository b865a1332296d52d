namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>What a test client has to know of a practice: who plays which part there.</summary>
public sealed record ProviderTestData
{
    public required Uri BaseUrl { get; init; }

    public required string OdsCode { get; init; }

    public required string Asid { get; init; }

    /// <summary>The specification's version that the practice implements, <c>1.6.2</c>.</summary>
    public required string SpecificationVersion { get; init; }

    /// <summary>By role: <c>registered</c>, <c>temporary</c>, <c>inactive</c>, …</summary>
    public required IReadOnlyDictionary<string, TestPatient> Patients { get; init; }

    /// <summary>Patients whom PDS knows and the practice does not, for registrations that succeed; each can be registered once.</summary>
    public required IReadOnlyList<TestPatient> Unregistered { get; init; }

    /// <summary>By role: <c>gp</c>, <c>nurse</c>, …</summary>
    public required IReadOnlyDictionary<string, TestPractitioner> Practitioners { get; init; }

    /// <summary>By role: <c>practice</c>, <c>other-practice</c>, <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, TestOrganization> Organizations { get; init; }

    /// <summary>By role: <c>main</c>, <c>branch</c>, <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, TestLocation> Locations { get; init; }
}

/// <summary>A patient as a test client knows them.</summary>
/// <param name="Role">The part they play.</param>
/// <param name="NhsNumber">Ten digits with a valid check digit.</param>
public sealed record TestPatient(string Role, string NhsNumber)
{
    /// <summary>Logical id of the practice's record; null when the practice has none.</summary>
    public string? LogicalId { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary><c>male</c>, <c>female</c>, <c>other</c> or <c>unknown</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>FHIRPath on the sound practice's Patient resource, and the one value that it gives.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}

/// <summary>A practitioner as a test client knows them; <see cref="LogicalId"/> is null for one that the practice does not have.</summary>
public sealed record TestPractitioner(string Role, string SdsUserId, string? LogicalId)
{
    public string? Family { get; init; }
}

/// <summary>An organisation as a test client knows it; <see cref="LogicalId"/> is null for one that the practice does not have.</summary>
public sealed record TestOrganization(string Role, string OdsCode, string? LogicalId);

/// <summary>A site; one that the practice does not have carries an id that nothing has.</summary>
public sealed record TestLocation(string Role, string LogicalId);
