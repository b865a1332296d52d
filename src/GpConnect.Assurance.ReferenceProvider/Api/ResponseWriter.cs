using System.IO.Compression;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>Writes a response: headers of every response, the format chosen, compression when asked for
/// (GPC-API-003, GPC-API-033, GPC-API-036 to GPC-API-039).</summary>
internal static class ResponseWriter
{
    public static async Task WriteAsync(HttpContext http, FhirResponse response)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            headers[name] = value;
        }

        if (response.Resource is null)
        {
            return;
        }

        headers.ContentType = response.ContentType;
        var body = Serialise(response.Resource, response.Format);
        foreach (var defect in response.Request.Practice.Options.Defects)
        {
            body = defect.OnBody?.Invoke(response, body) ?? body;
        }

        body = AnotherMake.Alter(response, body);
        await WriteBodyAsync(http, response.Request, body).ConfigureAwait(false);
    }

    /// <summary>The answer to a URL that is below no practice's service root.</summary>
    public static async Task WriteNowhereAsync(HttpContext http)
    {
        var outcome = OperationOutcomeResource.Of(SpineError.NoRecordFound, "No service root of a practice stands at this URL.");
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = MediaTypes.WithCharset(FhirFormat.Json);
        await http.Response.Body.WriteAsync(Serialise(outcome, FhirFormat.Json), http.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Serialise(JsonObject resource, FhirFormat format) =>
        format == FhirFormat.Xml ? FhirXmlWriter.Write(resource) : FhirJsonWriter.Write(resource);

    private static async Task WriteBodyAsync(HttpContext http, FhirRequest request, byte[] body)
    {
        if (!IsCompressed(request))
        {
            if (request.Reads(Reading.BodiesAreSentInChunks))
            {
                http.Response.Headers.Connection = "close";
            }
            else
            {
                http.Response.ContentLength = body.Length;
            }

            await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
            return;
        }

        // Without a Content-Length the server sends chunks.
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        await using (gzip.ConfigureAwait(false))
        {
            await gzip.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool IsCompressed(FhirRequest request)
    {
        var isAskedFor = StringWithQualityHeaderValue.TryParseList(request.Http.Headers.AcceptEncoding.ToArray()!, out var codings)
            && codings.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
        return isAskedFor ? request.Keeps(Rule.GzipWhenAskedFor) : !request.Keeps(Rule.NothingIsCompressedUnasked);
    }
}
