namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The headers that the Spine Secure Proxy hands on (GPC-API-047 to GPC-API-055).</summary>
internal static class SspHeaders
{
    public const string TraceId = "Ssp-TraceID";
    public const string From = "Ssp-From";
    public const string To = "Ssp-To";
    public const string InteractionId = "Ssp-InteractionID";

    public static void Check(FhirRequest request)
    {
        Require(request, Rule.SspTraceIdIsPresent, TraceId);
        Require(request, Rule.SspFromIsPresent, From);
        Require(request, Rule.SspToIsPresent, To);
        Require(request, Rule.SspInteractionIdIsPresent, InteractionId);

        var to = request.Header(To);
        if (request.Keeps(Rule.SspToIsOwnAsid) && to is not null && to != request.Practice.Options.Asid)
        {
            throw new RefusedException(SpineError.BadRequest, $"The {To} header names '{to}', which is not the ASID of this practice.");
        }

        if (!request.Keeps(Rule.AnySspFromIsTaken) && request.Header(From) is { } from && from != request.Practice.Options.ConsumerAsid)
        {
            throw new RefusedException(SpineError.BadRequest, $"The {From} header names '{from}', which is not known here.");
        }

        CheckForwarding(request);
    }

    /// <summary>A proxy's disclosure of what it hides is taken, not judged (GPC-API-057).</summary>
    private static void CheckForwarding(FhirRequest request)
    {
        if (!request.Keeps(Rule.ForwardingHeadersAreTaken) && request.Header("Forwarded") is not null)
        {
            throw new RefusedException(SpineError.BadRequest, "The Forwarded header is not expected.");
        }
    }

    private static void Require(FhirRequest request, Rule rule, string name)
    {
        var isThere = request.Header(name) is not null
            && (request.Keeps(Rule.HeaderNamesAreReadInAnyCase) || request.Http.Headers.Keys.Contains(name, StringComparer.Ordinal));
        if (request.Keeps(rule) && !isThere)
        {
            throw new RefusedException(SpineError.BadRequest, $"The {name} header is expected once, with a value.");
        }
    }
}
