using System.Globalization;
using System.Text;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of status lines, headers, formats, URLs and verbs.</summary>
internal static class HttpDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-001", "A read has no ETag", "GPC-API-191")
        {
            AlsoBreaks = ["GPC-API-192", "GPC-API-198", "GPC-FND-070", "GPC-FND-125", "GPC-FND-162", "GPC-FND-175"],
            OnResponse = response => response.Headers.Remove("ETag"),
        },
        new("GPD-API-002", "Responses are said to be text/html", "GPC-API-024")
        {
            AlsoBreaks = ["GPC-API-033", "GPC-FND-004"],
            OnResponse = response => response.ContentType = "text/html",
        },
        new("GPD-API-003", "What is not found is answered with 200", "GPC-API-157")
        {
            AlsoBreaks = ["GPC-API-156", "GPC-API-158", "GPC-API-159", "GPC-FND-072", "GPC-FND-126", "GPC-FND-163", "GPC-FND-184"],
            OnResponse = response => response.Status = response.Status == 404 ? 200 : response.Status,
        },
        new("GPD-API-004", "The ETag is a strong one", "GPC-API-192")
        {
            AlsoBreaks = ["GPC-API-191", "GPC-FND-070"],
            OnResponse = OnETag(etag => etag[2..]),
        },
        new("GPD-API-005", "The ETag is not the version of the resource", "GPC-API-191")
        {
            AlsoBreaks = ["GPC-FND-070", "GPC-FND-125", "GPC-FND-162", "GPC-FND-175"],
            OnResponse = OnETag(_ => "W/\"0\""),
        },
        new("GPD-API-006", "Responses have no Cache-Control", "GPC-API-038")
        {
            AlsoBreaks = ["GPC-API-039"],
            OnResponse = response => response.Headers.Remove("Cache-Control"),
        },
        new("GPD-API-007", "Responses may be stored if they are checked before use", "GPC-API-038")
        {
            AlsoBreaks = ["GPC-API-039"],
            OnResponse = response => response.Headers.CacheControl = "no-cache",
        },
        new("GPD-API-008", "Errors may be cached", "GPC-API-038")
        {
            AlsoBreaks = ["GPC-API-039"],
            OnResponse = Spoil.Errors(response => response.Headers.CacheControl = "private"),
        },
        new("GPD-API-009", "The Content-Type names no charset", "GPC-API-033")
        {
            OnResponse = response => response.ContentType = MediaTypes.Of(response.Format),
        },
        new("GPD-API-010", "The Content-Type names another charset", "GPC-API-033")
        {
            OnResponse = response => response.ContentType = MediaTypes.Of(response.Format) + ";charset=iso-8859-1",
        },
        new("GPD-API-011", "Bodies are written in Latin-1", "GPC-API-034")
        {
            AlsoBreaks = ["GPC-API-033"],
            OnBody = (_, body) => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(body)),
        },
        new("GPD-API-012", "A blank stands before the charset", "GPC-API-035")
        {
            OnResponse = response => response.ContentType = MediaTypes.Of(response.Format) + "; charset=utf-8",
        },
        new("GPD-API-013", "The _format parameter is disregarded", "GPC-API-026")
        {
            AlsoBreaks = ["GPC-API-027", "GPC-FND-004"],
            Neglects = [Rule.FormatParameterIsRead],
        },
        new("GPD-API-014", "Accept wins over _format", "GPC-API-027") { Neglects = [Rule.FormatParameterOverridesAccept] },
        new("GPD-API-015", "XML is declared and never given", "GPC-API-025")
        {
            AlsoBreaks = ["GPC-API-026", "GPC-API-027", "GPC-API-031", "GPC-API-151", "GPC-FND-004", "GPC-FND-008"],
            OnResponse = response =>
            {
                response.Format = FhirFormat.Json;
                response.ContentType = MediaTypes.WithCharset(FhirFormat.Json);
            },
        },
        new("GPD-API-016", "XML is the default", "GPC-API-029") { Neglects = [Rule.JsonIsTheDefault] },
        new("GPD-API-017", "The format of the body sent does not decide that of the answer", "GPC-API-028")
        {
            Neglects = [Rule.ContentTypeDecidesWhenNothingElseDoes],
        },
        new("GPD-API-018", "A format that is not supported is answered in JSON", "GPC-API-030")
        {
            Neglects = [Rule.UnsupportedMediaTypeIsRefused],
        },
        new("GPD-API-019", "A format that is not supported is answered with 406", "GPC-API-030")
        {
            AlsoBreaks = ["GPC-API-204"],
            OnResponse = response => response.Status = response.Status == 415 ? 406 : response.Status,
        },
        new("GPD-API-020", "Nothing is ever compressed", "GPC-API-037") { Neglects = [Rule.GzipWhenAskedFor] },
        new("GPD-API-021", "Bodies are compressed whether that is asked for or not", "GPC-API-037")
        {
            Neglects = [Rule.NothingIsCompressedUnasked],
        },
        new("GPD-API-022", "Bodies are said to be compressed and are not", "GPC-API-037")
        {
            Neglects = [Rule.GzipWhenAskedFor],
            OnResponse = response => response.Headers.ContentEncoding = AsksForGzip(response) ? "gzip" : default,
        },
        new("GPD-API-023", "A parameter that is not known is refused", "GPC-API-040") { Neglects = [Rule.UnknownParametersAreIgnored] },
        new("GPD-API-024", "Any verb does", "GPC-API-014") { AlsoBreaks = ["GPC-FND-225"], Neglects = [Rule.WrongVerbIsRefused] },
        new("GPD-API-025", "A wrong verb gives an internal error", "GPC-API-014")
        {
            AlsoBreaks = ["GPC-API-168"],
            OnResponse = response => response.Status =
                response.Status == 400 && !HttpMethods.IsGet(response.Request.Http.Method) ? 500 : response.Status,
        },
        new("GPD-API-026", "URLs are read whatever their case", "GPC-API-010")
        {
            AlsoBreaks = ["GPC-FND-034", "GPC-FND-226"],
            Neglects = [Rule.UrlsAreCaseSensitive],
        },
        new("GPD-API-027", "Patient ids are read whatever their case", "GPC-API-010") { Neglects = [Rule.IdsAreCaseSensitive] },
        new("GPD-API-028", "A resource that is not implemented gives an internal error", "GPC-API-170")
        {
            AlsoBreaks = ["GPC-API-175"],
            Neglects = [Rule.UnknownResourceIsNotImplemented],
        },
        new("GPD-API-029", "A request that a proxy forwarded is refused", "GPC-API-057") { Neglects = [Rule.ForwardingHeadersAreTaken] },
        new("GPD-API-030", "JSON bodies have a comma too many", "GPC-API-032")
        {
            AlsoBreaks = ["GPC-API-024"],
            OnBody = (response, body) => response.Format == FhirFormat.Json ? Replace(body, "\"}", "\",}") : body,
        },
        new("GPD-API-031", "An element stands twice in a JSON object", "GPC-API-032")
        {
            OnBody = (response, body) => response.Format == FhirFormat.Json
                ? Replace(body, "{\"resourceType\":\"Patient\",", "{\"resourceType\":\"Patient\",\"active\":false,")
                : body,
        },
        new("GPD-API-032", "XML is in no namespace", "GPC-API-025")
        {
            AlsoBreaks = ["GPC-API-032"],
            OnBody = (response, body) => response.Format == FhirFormat.Xml ? Replace(body, " xmlns=\"http://hl7.org/fhir\"", "") : body,
        },
        new("GPD-API-033", "XML says something else than JSON", "GPC-API-025")
        {
            AlsoBreaks = ["GPC-FND-046", "GPC-FND-084", "GPC-FND-071"],
            OnBody = (response, body) => response.Format == FhirFormat.Xml ? Replace(body, "<birthDate value=\"19", "<birthDate value=\"18") : body,
        },
        new("GPD-API-034", "The body follows the language asked for", "GPC-API-218")
        {
            OnResponse = response =>
            {
                if (response.Request.Http.Headers.ContainsKey("Accept-Language"))
                {
                    Spoil.Resources("Patient", Spoil.Set("birthDate", () => "06/05/1970"))(response);
                    Spoil.Resources("CapabilityStatement", Spoil.Set("date", () => "05/01/2026"))(response);
                }
            },
        },
        new("GPD-API-035", "A conditional read of an unchanged resource fails", "GPC-API-193")
        {
            AlsoBreaks = ["GPC-FND-077"],
            OnResponse = response => response.Status = response.Status == 304 ? 412 : response.Status,
        },
        new("GPD-API-036", "Header names are read in one case only", "GPC-API-001") { Neglects = [Rule.HeaderNamesAreReadInAnyCase] },
        new("GPD-API-037", "A read with _format fails", "GPC-API-011")
        {
            AlsoBreaks = ["GPC-API-026", "GPC-API-027"],
            OnResponse = response => response.Status =
                response.Request is { Id: not null, Query.Count: > 0 } && response.IsSuccess ? 400 : response.Status,
        },
        new("GPD-API-038", "Percent-encoding in lower case is not read", "GPC-API-012")
        {
            OnResponse = response =>
            {
                if (response.Request.Http.QueryString.Value!.Contains("%7c", StringComparison.Ordinal))
                {
                    Spoil.Bundles(Spoil.Remove("entry"))(response);
                }
            },
        },
        new("GPD-API-039", "A body in chunks is refused", "GPC-API-036") { Neglects = [Rule.BodiesInChunksAreRead] },
        new("GPD-API-040", "The clock is an hour slow", "GPC-API-095")
        {
            OnResponse = response => response.Headers.Date = response.Request.Received.AddHours(-1).ToString("R", CultureInfo.InvariantCulture),
        },
    ];

    private static Action<FhirResponse> OnETag(Func<string, string> change) => response =>
    {
        if (response.Headers.ETag is [{ } etag])
        {
            response.Headers.ETag = change(etag);
        }
    };

    private static bool AsksForGzip(FhirResponse response) =>
        response.Request.Http.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);

    private static byte[] Replace(byte[] body, string what, string by) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(what, by, StringComparison.Ordinal));
}
