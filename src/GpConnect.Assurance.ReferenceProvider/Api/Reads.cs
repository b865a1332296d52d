using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The answer to a read: the resource, its version in ETag, and the URL of that version
/// (GPC-API-191 to GPC-API-193, GPC-API-197, GPC-API-198).</summary>
internal static class Reads
{
    /// <param name="request">The read.</param>
    /// <param name="resource">What has the id asked for; null when nothing has.</param>
    /// <param name="notFound">The error of that.</param>
    public static FhirResponse Answer(FhirRequest request, JsonObject? resource, SpineError notFound)
    {
        if (resource is null)
        {
            throw request.Keeps(Rule.UnknownIdIsNotFound)
                ? new RefusedException(notFound, $"Nothing has the id '{request.Id}'.")
                : new RefusedException(SpineError.InternalServerError, "The request could not be handled.");
        }

        var version = resource["meta"]!["versionId"]!.GetValue<string>();
        var etag = $"W/\"{version}\"";
        var isKnown = !request.Reads(Reading.ConditionalReadsAreAnsweredInFull) && request.Header("If-None-Match") == etag;
        var response = isKnown
            ? new FhirResponse(request, StatusCodes.Status304NotModified, resource: null)
            : FhirResponse.Of(request, resource);
        response.Headers.ETag = etag;
        if (!request.Reads(Reading.ReadsHaveNoContentLocation))
        {
            response.Headers.ContentLocation = $"{request.Practice.BaseUrl}/{request.Path}/_history/{version}";
        }

        return response;
    }
}
