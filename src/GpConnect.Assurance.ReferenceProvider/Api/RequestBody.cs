using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The body of a request that has one, with or without a Content-Length (GPC-API-036).</summary>
internal static class RequestBody
{
    public static async Task ReadAsync(FhirRequest request)
    {
        if (!request.Interaction!.HasBody)
        {
            return;
        }

        ContentNegotiation.OfBody(request);
        if (request.Http.ContentLength is null && !request.Keeps(Rule.BodiesInChunksAreRead))
        {
            throw new RefusedException(SpineError.BadRequest, "A Content-Length is expected.");
        }

        using var body = new MemoryStream();
        try
        {
            await request.Http.Body.CopyToAsync(body, request.Http.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            throw new RefusedException(SpineError.BadRequest, $"The body could not be read: {exception.Message}");
        }

        request.Body = body.ToArray();
    }
}
