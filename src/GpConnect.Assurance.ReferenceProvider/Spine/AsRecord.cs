namespace GpConnect.Assurance.ReferenceProvider.Spine;

/// <summary>An accredited system.</summary>
/// <param name="OdsCode"><c>nhsIDCode</c>.</param>
/// <param name="PartyKey"><c>nhsMHSPartyKey</c>.</param>
/// <param name="Asid"><c>uniqueIdentifier</c>.</param>
/// <param name="InteractionIds">Accredited for.</param>
public sealed record AsRecord(string OdsCode, string PartyKey, string Asid, IReadOnlySet<string> InteractionIds);
