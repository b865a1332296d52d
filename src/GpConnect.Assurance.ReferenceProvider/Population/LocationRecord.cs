namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A site that an organisation works from.</summary>
/// <param name="ManagingOrganization">Id of the organisation.</param>
internal sealed record LocationRecord(
    string Id, string Name, IReadOnlyList<Telecom> Telecoms, PostalAddress Address, string ManagingOrganization, int Version = 1);
