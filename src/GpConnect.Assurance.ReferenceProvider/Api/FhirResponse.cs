using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>A response before it is written; defects alter it here.</summary>
internal sealed class FhirResponse
{
    private const string OneYear = "max-age=31536000";

    public FhirResponse(FhirRequest request, int status, JsonObject? resource)
    {
        Request = request;
        Status = status;
        Resource = resource;
        Format = request.Format;
        ContentType = MediaTypes.WithCharset(request.Format);
        Headers.CacheControl = "no-store";
        if (request.Http.IsHttps && request.Keeps(Rule.HttpsIsMadeToStay))
        {
            Headers.StrictTransportSecurity = OneYear;
        }
    }

    public FhirRequest Request { get; }

    public int Status { get; set; }

    /// <summary>In FHIR element order; null for a response without a body.</summary>
    public JsonObject? Resource { get; set; }

    /// <summary>The format of the body.</summary>
    public FhirFormat Format { get; set; }

    /// <summary>What the Content-Type header says of it.</summary>
    public string ContentType { get; set; }

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? ResourceType => Resource?["resourceType"]?.GetValue<string>();

    /// <summary>A success with a resource as its body.</summary>
    public static FhirResponse Of(FhirRequest request, JsonObject resource) => new(request, StatusCodes.Status200OK, resource);
}
