using System.Net.Http.Headers;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Consumers;

/// <summary>Which format the answer to a request must have: <c>_format</c> before <c>Accept</c> before <c>Content-Type</c> before JSON.</summary>
/// <remarks>Specification page: development_general_api_guidance, "Content types".</remarks>
internal static class NegotiatedFormat
{
    /// <returns>The format, or null when the request asks for none that FHIR has.</returns>
    public static FhirFormat? Of(ProviderRequest request)
    {
        var asked = new[] { FormatParameter(request.Url), request.Headers["Accept"], request.Headers["Content-Type"] }
            .FirstOrDefault(one => !string.IsNullOrWhiteSpace(one));
        return asked is null ? FhirFormat.Json : Asked(asked);
    }

    private static FhirFormat? Asked(string mediaTypes)
    {
        foreach (var one in mediaTypes.Split(','))
        {
            var name = MediaTypeHeaderValue.TryParse(one, out var parsed) ? parsed.MediaType : one.Trim();
            switch (name)
            {
                case FhirMediaType.Json or "json" or "*/*" or "application/*":
                    return FhirFormat.Json;
                case FhirMediaType.Xml or "xml":
                    return FhirFormat.Xml;
            }
        }

        return null;
    }

    private static string? FormatParameter(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var parameter = query < 0 ? null : url[(query + 1)..].Split('&').LastOrDefault(p => p.StartsWith("_format=", StringComparison.Ordinal));
        return parameter is null ? null : Uri.UnescapeDataString(parameter["_format=".Length..]);
    }
}
