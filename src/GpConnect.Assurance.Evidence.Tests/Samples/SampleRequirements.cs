namespace GpConnect.Assurance.Evidence.Tests.Samples;

/// <summary>Requirements as the sample's checks name them.</summary>
internal static class SampleRequirements
{
    public static readonly RequirementRef Statement = new(
        "GPC-FND-002", "Capability statement returned", "SHALL", "foundations_use_case_get_the_fhir_capability_statement", "Payload response body",
        "A read of the metadata gives 200 and a CapabilityStatement meeting base STU3.");

    public static readonly RequirementRef Placeholders = new(
        "GPC-FND-010", "No placeholders left", "SHOULD", "foundations_use_case_get_the_fhir_capability_statement", "Payload response body",
        "Text such as the name of the software is filled in, not left as a template has it.");

    public static readonly RequirementRef NhsNumber = new(
        "GPC-FND-047", "NHS number of a patient", "SHALL", "foundations_use_case_find_a_patient", "Payload response body",
        "Each Patient carries one NHS number as an identifier of the NHS number system.");

    public static readonly RequirementRef ETag = new(
        "GPC-API-191", "ETag on reads", "SHALL", "development_fhir_api_guidance", "Managing resource contention",
        "A read returns an ETag header with the versionId.");

    public static readonly RequirementRef Gender = new(
        "GPC-FND-052", "Administrative gender", "SHALL", "foundations_use_case_find_a_patient", "Payload response body",
        "A gender is one of the codes of the FHIR value set administrative-gender.");

    public static readonly RequirementRef MediaType = new(
        "GPC-API-044", "Content type of responses", "SHALL", "development_general_api_guidance", "Content types",
        "A response is application/fhir+json or application/fhir+xml, as the consumer asked.");

    public static readonly RequirementRef Outcome = new(
        "GPC-API-120", "Errors carry an OperationOutcome", "SHALL", "development_fhir_error_handling_guidance", "Error handling",
        "An error's body is an OperationOutcome of the GP Connect profile.");

    public static readonly RequirementRef Preferences = new(
        "GPC-API-077", "Return preference", "MAY", "development_fhir_api_guidance", "Managing return content",
        "A provider may honour Prefer on writes.");
}
