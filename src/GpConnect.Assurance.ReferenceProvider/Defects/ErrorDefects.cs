using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of OperationOutcomes and of the codes of errors.</summary>
internal static class ErrorDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-145", "Errors have no body", "GPC-API-145")
        {
            AlsoBreaks = ["GPC-FND-224"],
            OnResponse = Spoil.Errors(response => response.Resource = null),
        },
        new("GPD-API-146", "OperationOutcomes do not name their profile", "GPC-API-145")
        {
            AlsoBreaks = ["GPC-API-186"],
            OnResponse = Spoil.Errors(response => response.Resource!.Remove("meta")),
        },
        new("GPD-API-147", "The severity of errors is fatal", "GPC-API-146") { OnResponse = Spoil.Issues(Spoil.Set("severity", () => "fatal")) },
        new("GPD-API-148", "The issue type is not one of FHIR's", "GPC-API-147")
        {
            OnResponse = Spoil.Issues(Spoil.Set("code", () => "error")),
        },
        new("GPD-API-149", "The issue type is always invalid", "GPC-API-147")
        {
            AlsoBreaks = ["GPC-API-152", "GPC-API-154", "GPC-API-156", "GPC-API-157", "GPC-API-158", "GPC-API-159"],
            OnResponse = Spoil.Issues(Spoil.Set("code", () => "invalid")),
        },
        new("GPD-API-150", "Errors have no Spine code", "GPC-API-148") { OnResponse = Spoil.Issues(Spoil.Remove("details")) },
        new("GPD-API-151", "Spine codes are written small", "GPC-API-148")
        {
            AlsoBreaks = ["GPC-API-251"],
            OnResponse = Spoil.Issues(OnCoding(coding => coding["code"] = coding["code"]!.GetValue<string>().ToLowerInvariant())),
        },
        new("GPD-API-152", "Spine codes are of another code system", "GPC-API-148")
        {
            OnResponse = Spoil.Issues(OnCoding(coding => coding["system"] = "http://fhir.nhs.net/ValueSet/spine-error-or-warning-code-1")),
        },
        new("GPD-API-153", "The display of errors is the provider's own", "GPC-API-149")
        {
            OnResponse = Spoil.Issues(OnCoding(coding => coding["display"] = "Something went wrong")),
        },
        new("GPD-API-154", "Errors have no diagnostics", "GPC-API-150")
        {
            AlsoBreaks = ["GPC-API-172", "GPC-API-173"],
            OnResponse = Spoil.Issues(Spoil.Remove("diagnostics")),
        },
        new("GPD-API-155", "A resource that is not valid is refused without diagnostics", "GPC-API-172")
        {
            AlsoBreaks = ["GPC-API-150"],
            OnResponse = Spoil.Issues("INVALID_RESOURCE", Spoil.Remove("diagnostics")),
        },
        new("GPD-API-156", "Errors come in JSON whatever was asked for", "GPC-API-151")
        {
            OnResponse = Spoil.Errors(response =>
            {
                response.Format = FhirFormat.Json;
                response.ContentType = MediaTypes.WithCharset(FhirFormat.Json);
            }),
        },
        new("GPD-API-157", "An unsupported identifier system gives BAD_REQUEST", "GPC-API-152")
        {
            AlsoBreaks = ["GPC-FND-031", "GPC-FND-105", "GPC-FND-147"],
            OnResponse = Spoil.SpineCode("INVALID_IDENTIFIER_SYSTEM", "BAD_REQUEST", "Bad request"),
        },
        new("GPD-API-158", "An NHS number that is not one gives 422", "GPC-API-154")
        {
            AlsoBreaks = ["GPC-FND-032"],
            OnResponse = Spoil.Errors("INVALID_NHS_NUMBER", response => response.Status = 422),
        },
        new("GPD-API-159", "An NHS number that is not one gives INVALID_IDENTIFIER_VALUE", "GPC-API-154")
        {
            AlsoBreaks = ["GPC-FND-032"],
            OnResponse = Spoil.SpineCode("INVALID_NHS_NUMBER", "INVALID_IDENTIFIER_VALUE", "Invalid identifier value"),
        },
        new("GPD-API-160", "An unknown patient gives NO_RECORD_FOUND", "GPC-API-157")
        {
            AlsoBreaks = ["GPC-FND-072", "GPC-FND-075"],
            OnResponse = Spoil.SpineCode("PATIENT_NOT_FOUND", "NO_RECORD_FOUND", "No record found"),
        },
        new("GPD-API-161", "The organisation error is spelt with z", "GPC-API-156")
        {
            AlsoBreaks = ["GPC-FND-163", "GPC-API-148"],
            OnResponse = Spoil.SpineCode("ORGANISATION_NOT_FOUND", "ORGANIZATION_NOT_FOUND", "Organization not found"),
        },
        new("GPD-API-162", "An unknown practitioner gives NO_RECORD_FOUND", "GPC-API-158")
        {
            AlsoBreaks = ["GPC-FND-126"],
            OnResponse = Spoil.SpineCode("PRACTITIONER_NOT_FOUND", "NO_RECORD_FOUND", "No record found"),
        },
        new("GPD-API-163", "An unknown location has a code of its own", "GPC-API-159")
        {
            AlsoBreaks = ["GPC-FND-184", "GPC-API-148", "GPC-API-176"],
            OnResponse = Spoil.SpineCode("NO_RECORD_FOUND", "LOCATION_NOT_FOUND", "Location not found"),
        },
        new("GPD-API-164", "An unknown id gives an internal error", "GPC-API-157")
        {
            AlsoBreaks =
            [
                "GPC-API-156", "GPC-API-158", "GPC-API-159", "GPC-API-176", "GPC-FND-072", "GPC-FND-073", "GPC-FND-126", "GPC-FND-163", "GPC-FND-184",
            ],
            Neglects = [Rule.UnknownIdIsNotFound],
        },
        new("GPD-API-165", "A malformed request gives an internal error", "GPC-API-168")
        {
            AlsoBreaks = ["GPC-API-047", "GPC-API-048", "GPC-API-049", "GPC-API-050", "GPC-API-051", "GPC-API-052"],
            OnResponse = Spoil.Errors("BAD_REQUEST", response => response.Status = 500),
        },
        new("GPD-API-166", "Two issues stand for one error, one without code", "GPC-API-148")
        {
            OnResponse = Spoil.Errors(response => response.Resource!["issue"]!.AsArray().Add(
                new JsonObject { ["severity"] = "error", ["code"] = "processing", ["diagnostics"] = "See the log." })),
        },
        new("GPD-API-168", "Internal errors have no body", "GPC-API-171")
        {
            AlsoBreaks = ["GPC-API-145", "GPC-API-173", "GPC-API-216", "GPC-API-217", "GPC-FND-234"],
            OnResponse = Spoil.Errors("INTERNAL_SERVER_ERROR", response => response.Resource = null),
        },
        new("GPD-API-167", "Records that make no valid resource are shared as they are", "GPC-API-217")
        {
            AlsoBreaks = ["GPC-API-216", "GPC-FND-046", "GPC-FND-084"],
            Neglects = [Rule.IncompleteRecordIsAnError],
        },
    ];

    private static Action<JsonObject> OnCoding(Action<JsonObject> spoil) => issue => spoil(issue["details"]!["coding"]![0]!.AsObject());
}
