namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A legal entity: the practice itself, or another that a record refers to.</summary>
/// <param name="MainLocation">Reference of its main site, <c>Location/…</c>.</param>
internal sealed record OrganizationRecord(
    string Id,
    string OdsCode,
    string Name,
    IReadOnlyList<Telecom> Telecoms,
    IReadOnlyList<PostalAddress> Addresses,
    string? MainLocation = null,
    int Version = 1);
