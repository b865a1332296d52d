using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>A response before it is written; defects alter it here.</summary>
internal sealed class FhirResponse(FhirRequest request, int status, JsonObject? resource)
{
    public FhirRequest Request { get; } = request;

    public int Status { get; set; } = status;

    /// <summary>In FHIR element order; null for a response without a body.</summary>
    public JsonObject? Resource { get; set; } = resource;

    /// <summary>The format of the body.</summary>
    public WireFormat Format { get; set; } = request.Format;

    /// <summary>What the Content-Type header says of it.</summary>
    public string ContentType { get; set; } = MediaTypes.WithCharset(request.Format);

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? ResourceType => Resource?["resourceType"]?.GetValue<string>();

    /// <summary>A success with a resource as its body.</summary>
    public static FhirResponse Of(FhirRequest request, JsonObject resource) => new(request, StatusCodes.Status200OK, resource);
}
