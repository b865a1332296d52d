namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>The error codes of the specification's error handling page (development_fhir_error_handling_guidance).</summary>
public static class SpineErrors
{
    public const string CodeSystem = "https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1";

    /// <summary>What the examples of the 1.2.9 publication give in place of <see cref="CodeSystem"/>.</summary>
    public const string CodeSystemInExamples = "https://fhir.nhs.uk/STU3/ValueSet/Spine-ErrorOrWarningCode-1";

    public static IReadOnlyList<SpineError> All { get; } =
    [
        new("INVALID_IDENTIFIER_SYSTEM", 400, ["value"], ["Invalid identifier system"]),
        new("INVALID_IDENTIFIER_VALUE", 400, ["value"], ["Invalid identifier value"]),
        new("INVALID_NHS_NUMBER", 400, ["value"], ["Invalid NHS number", "NHS number invalid"]),
        new("INVALID_PATIENT_DEMOGRAPHICS", 400, ["business-rule"], ["Invalid patient demographics", "Invalid patient demographics (that is, PDS trace failed)"]),
        new("ORGANISATION_NOT_FOUND", 404, ["not-found"], ["Organisation not found", "Organisation record not found"]),
        new("PATIENT_NOT_FOUND", 404, ["not-found"], ["Patient not found", "Patient record not found"]),
        new("PRACTITIONER_NOT_FOUND", 404, ["not-found"], ["Practitioner not found", "Practitioner record not found"]),
        new("NO_RECORD_FOUND", 404, ["not-found"], ["No record found"]),
        new("NO_PATIENT_CONSENT", 403, ["forbidden"], ["Patient has not provided consent to share data"]),
        new("NO_ORGANISATION_CONSENT", 403, ["forbidden"], ["Organisation has not provided consent to share data"]),
        new("ACCESS DENIED", 403, ["forbidden"], ["Access denied", "Access has been denied to process this request"]),
        new("NO_RELATIONSHIP", 403, ["forbidden"], ["No legitimate relationship exists with this patient"]),
        new("DUPLICATE_REJECTED", 409, ["duplicate"], ["Create would lead to creation of a duplicate resource", "Create would lead to creation of duplicate resource"]),
        new("INVALID_RESOURCE", 422, ["invalid"], ["Invalid validation of resource", "Submitted resource is not valid."]),
        new("INVALID_PARAMETER", 422, ["invalid"], ["Invalid parameter", "Submitted parameter is not valid."]),
        new("REFERENCE_NOT_FOUND", 422, ["invalid"], ["Reference not found", "Referenced resource not found.", "FHIR reference not found"]),
        new("BAD_REQUEST", 400, ["invalid"], ["Bad request", "Submitted request is malformed/invalid", "Submitted request is malformed/invalid."]),
        new("CONFLICTING_VALUES", 400, ["invalid"], ["Conflicting values have been specified in different fields"]),
        new("NOT_IMPLEMENTED", 501, ["not-supported"], ["Not implemented", "FHIR resource or operation not implemented at server"]),
        new("INTERNAL_SERVER_ERROR", 500, ["processing", "exception"], ["Unexpected internal server error", "Unexpected internal server error.", "Internal server error"]),
    ];

    /// <summary>Codes of <see cref="CodeSystem"/> that the error page has no row for, and one that it spells differently.</summary>
    public static IReadOnlyList<string> OtherCodes { get; } =
    [
        "INVALID_CODE_SYSTEM", "INVALID_CODE_VALUE", "INVALID_VALUE", "INVALID_ELEMENT", "AUTHOR_CREDENTIALS_ERROR", "REQUEST_UNMATCHED",
        "MESSAGE_NOT_WELL_FORMED", "PATIENT_SENSITIVE", "FHIR_CONSTRAINT_VIOLATION", "FLAG_ALREADY_SET", "INVALID_REQUEST_STATE",
        "INVALID_REQUEST_TYPE", "ASID_CHECK_FAILED", "MISSING_OR_INVALID_HEADER", "ACCESS_DENIED_SSL", "MSG_RESOURCE_ID_FAIL",
        "INVALID_REQUEST_MESSAGE", "UNSUPPORTED_MEDIA_TYPE", "NO_ORGANISATIONAL_CONSENT", "PRECONDITION_FAILED",
    ];

    /// <summary>The error of that code, or null.</summary>
    public static SpineError? Find(string code) => All.FirstOrDefault(error => error.Code == code);
}
