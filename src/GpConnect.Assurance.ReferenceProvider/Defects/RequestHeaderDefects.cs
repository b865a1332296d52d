using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of the checks on Ssp-* headers.</summary>
internal static class RequestHeaderDefects
{
    /// <summary>What the page of each interaction says of the headers.</summary>
    private static readonly string[] OnEachInteraction =
    [
        "GPC-FND-001", "GPC-FND-024", "GPC-FND-068", "GPC-FND-101", "GPC-FND-124",
        "GPC-FND-142", "GPC-FND-161", "GPC-FND-174", "GPC-FND-195",
    ];

    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-047", "Ssp-TraceID may be missing", "GPC-API-047")
        {
            AlsoBreaks = ["GPC-API-168", .. OnEachInteraction],
            Neglects = [Rule.SspTraceIdIsPresent],
        },
        new("GPD-API-048", "Ssp-From may be missing", "GPC-API-048")
        {
            AlsoBreaks = OnEachInteraction,
            Neglects = [Rule.SspFromIsPresent],
        },
        new("GPD-API-049", "Ssp-To may be missing", "GPC-API-049")
        {
            AlsoBreaks = OnEachInteraction,
            Neglects = [Rule.SspToIsPresent],
        },
        new("GPD-API-050", "Ssp-InteractionID may be missing", "GPC-API-050")
        {
            AlsoBreaks = OnEachInteraction,
            Neglects = [Rule.SspInteractionIdIsPresent],
        },
        new("GPD-API-051", "The interaction id of another interaction will do", "GPC-API-051")
        {
            AlsoBreaks =
            [
                "GPC-API-056", "GPC-FND-022", "GPC-FND-076", "GPC-FND-127", "GPC-FND-164", "GPC-FND-185", "GPC-FND-227",
            ],
            Neglects = [Rule.InteractionIdMatches],
        },
        new("GPD-API-052", "An interaction id that does not exist will do", "GPC-API-052")
        {
            AlsoBreaks = ["GPC-API-254"],
            Neglects = [Rule.InteractionIdIsKnown],
        },
        new("GPD-API-053", "A missing header is answered with 422", "GPC-API-047")
        {
            AlsoBreaks =
            [
                "GPC-API-048", "GPC-API-049", "GPC-API-050", "GPC-API-168", .. OnEachInteraction,
            ],
            OnResponse = Spoil.Errors("BAD_REQUEST", response => response.Status = 422),
        },
        new("GPD-API-054", "Requests for another ASID are answered", "GPC-API-054") { Neglects = [Rule.SspToIsOwnAsid] },
        new("GPD-API-055", "Only one consumer's ASID is served", "GPC-API-055") { Neglects = [Rule.AnySspFromIsTaken] },
    ];
}
