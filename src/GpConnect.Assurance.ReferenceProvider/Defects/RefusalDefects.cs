using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of what is refused, and of how: sound requests that are refused, and refusals by an internal error.</summary>
internal static class RefusalDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-421", "Reads are answered to POST only", "GPC-API-013")
        {
            AlsoBreaks = ["GPC-API-197", "GPC-FND-070", "GPC-FND-125", "GPC-FND-162", "GPC-FND-175"],
            OnResponse = Spoil.Successes(response =>
            {
                if (response.Request.Interaction is { RestCode: "read", Operation: null } && response.Request.Id is not null)
                {
                    Refuse(response, SpineError.BadRequest, StatusCodes.Status405MethodNotAllowed, "GET is not the verb of this interaction.");
                }
            }),
        },
        new("GPD-API-422", "The interaction ID of another capability gives an internal error", "GPC-API-053")
        {
            OnResponse = Fails(response => response.Request.Http.Headers[SspHeaders.InteractionId].ToString() is { } id
                && (id.Contains(":structured:", StringComparison.Ordinal) || id.Contains(":documents:", StringComparison.Ordinal))),
        },
        new("GPD-API-423", "A token without iat gives an internal error", "GPC-API-077") { OnResponse = FailsOnClaim("iat") },
        new("GPD-API-424", "A token in the name of another user gives an internal error", "GPC-API-085")
        {
            AlsoBreaks = ["GPC-API-074"],
            OnResponse = FailsOnClaim("sub"),
        },
        new("GPD-API-425", "A token for another audience gives an internal error", "GPC-API-087")
        {
            AlsoBreaks = ["GPC-API-075"],
            OnResponse = FailsOnClaim("aud"),
        },
        new("GPD-API-426", "Only whole registrations are taken, with contact details", "GPC-FND-200")
        {
            AlsoBreaks = ["GPC-FND-194", "GPC-FND-247"],
            OnResponse = Spoil.Successes(response =>
            {
                if (response.Request.Interaction?.Operation is not null && !response.Request.Body.AsSpan().ContainsTelecom())
                {
                    Refuse(response, SpineError.InvalidResource, SpineError.InvalidResource.Status, "The Patient has no telecom.");
                }
            }),
        },
        new("GPD-API-427", "Strict-Transport-Security is sent in clear text", "GPC-API-003")
        {
            OnResponse = response => response.Headers.StrictTransportSecurity = "max-age=31536000",
        },
        new("GPD-API-428", "A read gives another resource's Content-Location", "GPC-API-198")
        {
            OnResponse = response =>
            {
                if (response.Headers.ContentLocation.Count > 0)
                {
                    response.Headers.ContentLocation = response.Request.Practice.BaseUrl + "/Patient/another";
                }
            },
        },
        new("GPD-API-429", "A body of a type that is not supported is read as JSON", "GPC-API-030") { Neglects = [Rule.UnsupportedBodyIsRefused] },
    ];

    private static Action<FhirResponse> FailsOnClaim(string claim) =>
        Fails(response => response.Resource?["issue"]?[0]?["diagnostics"]?.GetValue<string>().StartsWith($"The token's {claim} claim", StringComparison.Ordinal) == true);

    private static Action<FhirResponse> Fails(Func<FhirResponse, bool> when) => Spoil.Errors(response =>
    {
        if (when(response))
        {
            Refuse(response, SpineError.InternalServerError, SpineError.InternalServerError.Status, "The request could not be handled.");
        }
    });

    private static void Refuse(FhirResponse response, SpineError error, int status, string diagnostics)
    {
        response.Status = status;
        response.Resource = OperationOutcomeResource.Of(error, diagnostics);
    }

    private static bool ContainsTelecom(this Span<byte> body) => body.IndexOf("telecom"u8) >= 0;
}
