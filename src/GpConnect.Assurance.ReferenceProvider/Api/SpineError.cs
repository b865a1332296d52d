namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>An error of the API: status, FHIR issue type, and code and display of the Spine code system
/// (development_fhir_error_handling_guidance).</summary>
internal sealed record SpineError(string Code, int Status, string IssueType, string Display)
{
    public const string CodeSystem = "https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1";

    public static readonly SpineError InvalidIdentifierSystem =
        new("INVALID_IDENTIFIER_SYSTEM", 400, "value", "Invalid identifier system");

    public static readonly SpineError InvalidIdentifierValue =
        new("INVALID_IDENTIFIER_VALUE", 400, "value", "Invalid identifier value");

    public static readonly SpineError InvalidNhsNumber = new("INVALID_NHS_NUMBER", 400, "value", "Invalid NHS number");

    public static readonly SpineError InvalidPatientDemographics =
        new("INVALID_PATIENT_DEMOGRAPHICS", 400, "business-rule", "Invalid patient demographics");

    public static readonly SpineError OrganisationNotFound =
        new("ORGANISATION_NOT_FOUND", 404, "not-found", "Organisation not found");

    public static readonly SpineError PatientNotFound = new("PATIENT_NOT_FOUND", 404, "not-found", "Patient not found");

    public static readonly SpineError PractitionerNotFound =
        new("PRACTITIONER_NOT_FOUND", 404, "not-found", "Practitioner not found");

    public static readonly SpineError NoRecordFound = new("NO_RECORD_FOUND", 404, "not-found", "No record found");

    public static readonly SpineError AccessDenied = new("ACCESS DENIED", 403, "forbidden", "Access denied");

    public static readonly SpineError DuplicateRejected =
        new("DUPLICATE_REJECTED", 409, "duplicate", "Create would lead to creation of a duplicate resource");

    public static readonly SpineError InvalidResource =
        new("INVALID_RESOURCE", 422, "invalid", "Invalid validation of resource");

    public static readonly SpineError InvalidParameter = new("INVALID_PARAMETER", 422, "invalid", "Invalid parameter");

    public static readonly SpineError ReferenceNotFound = new("REFERENCE_NOT_FOUND", 422, "invalid", "Reference not found");

    /// <summary>The pages ask for 409 where If-Match names another version and give no code for it; this is the code system's.</summary>
    public static readonly SpineError VersionConflict = new("PRECONDITION_FAILED", 409, "conflict", "Precondition failed");

    public static readonly SpineError BadRequest = new("BAD_REQUEST", 400, "invalid", "Bad request");

    public static readonly SpineError NotImplemented = new("NOT_IMPLEMENTED", 501, "not-supported", "Not implemented");

    /// <summary>The error page has no row for 415; the code system has this code.</summary>
    public static readonly SpineError UnsupportedMediaType =
        new("UNSUPPORTED_MEDIA_TYPE", 415, "not-supported", "Unsupported media type");

    public static readonly SpineError InternalServerError =
        new("INTERNAL_SERVER_ERROR", 500, "processing", "Unexpected internal server error");
}
