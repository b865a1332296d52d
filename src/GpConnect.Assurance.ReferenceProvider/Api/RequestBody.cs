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
