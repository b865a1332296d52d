namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A patient as the Personal Demographics Service holds them.</summary>
internal sealed record PdsRecord(string NhsNumber, PersonName Name, DateOnly BirthDate, string Gender)
{
    public PostalAddress? Address { get; init; }

    public Telecom? Telecom { get; init; }

    public bool IsDeceased { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>Flagged invalid.</summary>
    public bool IsInvalid { get; init; }

    /// <summary>Another number took its place.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>A trace of this number fails, as if PDS could not be reached.</summary>
    public bool IsOutOfReach { get; init; }

    /// <summary>The rule by which a number is verified: the date of birth is the same, or two of its three parts are and the first
    /// three letters of the family name and the first of the given name are too (foundations_use_case_find_a_patient).</summary>
    public bool Matches(PersonName name, DateOnly birthDate)
    {
        if (birthDate == BirthDate)
        {
            return true;
        }

        var parts = (birthDate.Year == BirthDate.Year ? 1 : 0)
            + (birthDate.Month == BirthDate.Month ? 1 : 0)
            + (birthDate.Day == BirthDate.Day ? 1 : 0);
        return parts == 2
            && SameStart(name.Family, Name.Family, 3)
            && SameStart(First(name.Given), First(Name.Given), 1);
    }

    private static string? First(IReadOnlyList<string> names) => names.Count > 0 ? names[0] : null;

    private static bool SameStart(string? a, string? b, int letters) =>
        a is not null && b is not null
        && Start(a, letters).Equals(Start(b, letters), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Start(string text, int letters) => text.AsSpan(0, Math.Min(letters, text.Length));
}
