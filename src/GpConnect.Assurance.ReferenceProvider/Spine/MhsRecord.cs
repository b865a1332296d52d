namespace GpConnect.Assurance.ReferenceProvider.Spine;

/// <summary>Where a practice serves one interaction.</summary>
/// <param name="OdsCode"><c>nhsIDCode</c>.</param>
/// <param name="PartyKey"><c>nhsMhsPartyKey</c>.</param>
/// <param name="CpaId">Names the agreement that the endpoint was registered under.</param>
/// <param name="EndPoint"><c>nhsMhsEndPoint</c>: the service root URL, as it stands.</param>
/// <param name="InteractionId"><c>nhsMhsSvcIA</c>.</param>
public sealed record MhsRecord(string OdsCode, string PartyKey, string CpaId, string EndPoint, string InteractionId);
