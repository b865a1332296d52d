namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A member of staff.</summary>
internal sealed record PractitionerRecord(
    string Id,
    string SdsUserId,
    IReadOnlyList<string> SdsRoleProfileIds,
    PersonName Name,
    string Gender,
    SpokenLanguage? Language = null,
    int Version = 1);
