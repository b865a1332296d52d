namespace GpConnect.Assurance.ReferenceProvider;

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

    /// <summary>What the Personal Demographics Service holds; null when it does not know the patient.</summary>
    public DateOnly? BirthDateOnPds { get; init; }

    /// <summary><c>male</c>, <c>female</c>, <c>other</c> or <c>unknown</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>FHIRPath on the sound practice's Patient resource, and the one value that it gives.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
