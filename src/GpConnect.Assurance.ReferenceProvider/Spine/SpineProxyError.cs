using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Spine;

/// <summary>A refusal of the proxy's own (development_fhir_error_handling_guidance, Spine Secure Proxy errors).</summary>
/// <param name="Status">HTTP status; also the code of the issue's coding.</param>
/// <param name="IssueType">FHIR issue type.</param>
/// <param name="Display">What is wrong, in the proxy's words.</param>
internal sealed record SpineProxyError(int Status, string IssueType, string Display)
{
    private const string ResponseCodes = "http://fhir.nhs.net/ValueSet/gpconnect-schedule-response-code-1-0";

    public static SpineProxyError TargetVaries(MhsRecord registered, string target) =>
        new(400, "invalid", $"ENDPOINT_{registered.EndPoint}_CPAID_{registered.CpaId}_VARIES_FROM_TARGETURL_{target}");

    public static SpineProxyError SenderIsNotAuthorised(string? asid) => new(403, "forbidden", $"ASID_CHECK_FAILED_MESSAGESENDER_{asid}");

    public static SpineProxyError ReceiverIsNotAuthorised(string? asid) => new(403, "forbidden", $"PARTYKEY_INTERACTION_CHECK_FAILED_MESSAGERECEIVER_{asid}");

    public static SpineProxyError NoAgreement(string sender, string receiver) => new(403, "forbidden", $"FOT_CHECK_FAILED_MESSAGESENDER_{sender}_MESSAGERECEIVER_{receiver}");

    public static SpineProxyError MethodNotAllowed { get; } = new(405, "not-supported", "405: Method Not Allowed");

    public static SpineProxyError UnsupportedMediaType { get; } = new(415, "not-supported", "Unsupported_Media_Type");

    public static SpineProxyError NoCommunication(string target) => new(502, "transient", $"ERROR_COMMUNICATING_TO_ENDPOINT_URL_{target}");

    /// <summary>An OperationOutcome without a profile, which tells it from a provider's.</summary>
    public string Json() => new JsonObject
    {
        ["resourceType"] = "OperationOutcome",
        ["id"] = Guid.NewGuid().ToString(),
        ["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = "error",
            ["code"] = IssueType,
            ["details"] = new JsonObject
            {
                ["coding"] = new JsonArray(new JsonObject { ["system"] = ResponseCodes, ["code"] = $"{Status}", ["display"] = Display }),
            },
            ["diagnostics"] = Display,
        }),
    }.ToJsonString();
}
