namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A patient as the practice's system holds them.</summary>
internal sealed record PatientRecord
{
    public required string Id { get; init; }

    public required string NhsNumber { get; init; }

    public required PersonName Name { get; init; }

    public IReadOnlyList<PersonName> OtherNames { get; init; } = [];

    /// <summary>Null in a record that was never completed.</summary>
    public required DateOnly? BirthDate { get; init; }

    /// <summary><c>male</c>, <c>female</c>, <c>other</c> or <c>unknown</c>.</summary>
    public required string Gender { get; init; }

    public required Registration Registration { get; init; }

    public DateOnly? DeceasedOn { get; init; }

    public IReadOnlyList<Telecom> Telecoms { get; init; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    public IReadOnlyList<ContactPerson> Contacts { get; init; } = [];

    public SpokenLanguage? Language { get; init; }

    /// <summary>Reference of the patient's usual practitioner or registered practice, <c>Practitioner/…</c>.</summary>
    public string? GeneralPractitioner { get; init; }

    /// <summary>False until the NHS number has been traced and verified on PDS.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>Flagged sensitive on PDS.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The patient does not want their record shared; Foundations does not apply this.</summary>
    public bool DissentsFromSharing { get; init; }

    /// <summary>The version id of the resource.</summary>
    public int Version { get; init; } = 1;

    /// <summary>No longer registered here.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Registered here, whatever the type of registration, and alive.</summary>
    public bool IsActive => !HasLeft && DeceasedOn is null;
}
