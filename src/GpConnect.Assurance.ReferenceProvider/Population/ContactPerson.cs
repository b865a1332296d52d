namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>Somebody to reach about the patient's appointments.</summary>
/// <param name="Relationships">As text: <c>Next of kin</c>, <c>Carer</c>, …</param>
internal sealed record ContactPerson(
    IReadOnlyList<string> Relationships, PersonName Name, IReadOnlyList<Telecom> Telecoms, PostalAddress? Address, string? Gender);
