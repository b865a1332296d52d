using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>Tells a refusal of the Spine Secure Proxy from one of the provider behind it.</summary>
/// <remarks>development_fhir_error_handling_guidance, Spine Secure Proxy errors.</remarks>
internal static class SpineProxyErrors
{
    private static readonly string[] Beginnings =
    [
        "ENDPOINT_", "ASID_CHECK_FAILED_", "PARTYKEY_INTERACTION_CHECK_FAILED_", "FOT_CHECK_FAILED_", "405: Method Not Allowed", "Unsupported_Media_Type",
        "ERROR_COMMUNICATING_TO_ENDPOINT_URL_",
    ];

    /// <summary>What the proxy says is wrong; null when the answer is the provider's.</summary>
    /// <param name="root">The body.</param>
    /// <param name="status">HTTP status, which the proxy repeats as the code of its issue.</param>
    public static string? DisplayOf(FhirNode root, int status)
    {
        if (root.ResourceType != "OperationOutcome" || !root.Child("meta").Child("profile").IsNone)
        {
            return null;
        }

        foreach (var issue in root.ChildrenNamed("issue"))
        {
            foreach (var coding in issue.Child("details").ChildrenNamed("coding"))
            {
                if (coding.Child("code").Value == $"{status}" && coding.Child("display").Value is { } display && IsOfTheProxy(display))
                {
                    return display;
                }
            }
        }

        return null;
    }

    private static bool IsOfTheProxy(string display) => Array.Exists(Beginnings, beginning => display.StartsWith(beginning, StringComparison.Ordinal));
}
