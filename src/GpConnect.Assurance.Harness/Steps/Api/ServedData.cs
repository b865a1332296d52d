using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Steps.Api;

/// <summary>Tells whether a response that should be a refusal serves something.</summary>
internal static class ServedData
{
    /// <summary>True where the body is a FHIR resource, other than one about what went wrong.</summary>
    public static bool IsIn(ReceivedResponse response)
    {
        if (FhirReader.Sniff(response.Body.Span) is not { } format)
        {
            return false;
        }

        using var document = FhirReader.Read(response.Body, format);
        return document.IsReadable && document.Root.ResourceType is { } type && type != "OperationOutcome";
    }
}
