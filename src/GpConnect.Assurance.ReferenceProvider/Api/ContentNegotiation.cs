using GpConnect.Assurance.Fhir;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>Which format a response takes: <c>_format</c>, else Accept, else the request's Content-Type, else JSON;
/// 415 when what was asked for is none of the API's formats (GPC-API-024 to GPC-API-035).</summary>
internal static class ContentNegotiation
{
    public static FhirFormat Choose(FhirRequest request) => Offered(request, Asked(request));

    private static FhirFormat Asked(FhirRequest request)
    {
        var parameter = FormatParameter(request);
        var accept = request.Http.Headers.Accept;
        if (parameter is not null && (request.Keeps(Rule.FormatParameterOverridesAccept) || StringValues.IsNullOrEmpty(accept)))
        {
            return FromParameter(parameter) ?? Unsupported(request, $"the _format '{parameter}'");
        }

        if (!StringValues.IsNullOrEmpty(accept))
        {
            return FromAccept(accept, Fallback(request)) ?? Unsupported(request, $"Accept: {accept}");
        }

        return Fallback(request);
    }

    /// <summary>The format of a body that was sent; 415 when it is none of the API's.</summary>
    public static FhirFormat OfBody(FhirRequest request)
    {
        var contentType = request.Http.ContentType;
        return Offered(request, FromContentType(contentType)
            ?? (request.Keeps(Rule.UnsupportedBodyIsRefused) ? Unsupported(request, $"Content-Type: {contentType ?? "(absent)"}") : FhirFormat.Json));
    }

    private static FhirFormat Offered(FhirRequest request, FhirFormat format) =>
        format == FhirFormat.Xml && request.Reads(Reading.XmlIsNotOffered) ? Unsupported(request, MediaTypes.Xml) : format;

    private static string? FormatParameter(FhirRequest request)
    {
        if (!request.Keeps(Rule.FormatParameterIsRead))
        {
            return null;
        }

        var value = request.Query.FirstOrDefault(pair => pair.Key == "_format").Value;
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    private static FhirFormat Fallback(FhirRequest request)
    {
        var byDefault = request.Keeps(Rule.JsonIsTheDefault) ? FhirFormat.Json : FhirFormat.Xml;
        return request.Keeps(Rule.ContentTypeDecidesWhenNothingElseDoes)
            ? FromContentType(request.Http.ContentType) ?? byDefault
            : byDefault;
    }

    private static FhirFormat? FromParameter(string value)
    {
        // A plus sign that was not percent-encoded arrives as a blank.
        var mediaType = value.Split(';')[0].Trim().Replace(' ', '+');
        return mediaType switch
        {
            MediaTypes.Json or "application/json" or "json" => FhirFormat.Json,
            MediaTypes.Xml or "application/xml" or "text/xml" or "xml" => FhirFormat.Xml,
            _ => null,
        };
    }

    private static FhirFormat? FromAccept(StringValues accept, FhirFormat whenAnyWillDo)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept.ToArray()!, out var ranges))
        {
            return null;
        }

        foreach (var range in ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1))
        {
            var format = range.MatchesAllTypes || Is(range.MediaType, "application/*") ? whenAnyWillDo : FromMediaType(range);
            if (format is not null)
            {
                return format;
            }
        }

        return null;
    }

    private static FhirFormat? FromContentType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var mediaType) ? FromMediaType(mediaType) : null;

    private static FhirFormat? FromMediaType(MediaTypeHeaderValue mediaType) =>
        mediaType.Charset.HasValue && !Is(HeaderUtilities.RemoveQuotes(mediaType.Charset), "utf-8") ? null
        : Is(mediaType.MediaType, MediaTypes.Json) ? FhirFormat.Json
        : Is(mediaType.MediaType, MediaTypes.Xml) ? FhirFormat.Xml
        : null;

    private static bool Is(StringSegment value, string expected) => value.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static FhirFormat Unsupported(FhirRequest request, string what) =>
        request.Keeps(Rule.UnsupportedMediaTypeIsRefused)
            ? throw new RefusedException(
                SpineError.UnsupportedMediaType,
                $"This server does not support {what}; it supports {MediaTypes.Json} and {MediaTypes.Xml} in UTF-8.")
            : FhirFormat.Json;
}
