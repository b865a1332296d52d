using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>A first call to the target: is there anyone, and which software says it is there?</summary>
public static class TargetProbe
{
    /// <summary>Asks for the capability statement. Only the lack of any whole HTTP response is a failure: what a response says is for scenarios to judge.</summary>
    public static async Task<ProbeResult> CallAsync(RunContext context, ProviderClient client, CancellationToken cancellation)
    {
        var request = new GpConnectRequest(Interactions.ReadMetadata, context.Settings, context.Clock).Build();
        var exchange = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        return exchange.Failure is { } failure
            ? new ProbeResult(exchange, failure, Software: null)
            : new ProbeResult(exchange, Failure: null, SoftwareOf(exchange.Response!.Body));
    }

    private static string? SoftwareOf(ReadOnlyMemory<byte> body)
    {
        if (FhirReader.Sniff(body.Span) is not { } format)
        {
            return null;
        }

        using var document = FhirReader.Read(body, format);
        if (!document.IsReadable || document.Root.ResourceType != "CapabilityStatement")
        {
            return null;
        }

        var software = document.Root.Child("software");
        var parts = new[] { software.Child("name").Value, software.Child("version").Value, Specification(document.Root) };
        var known = string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
        return known.Length == 0 ? null : known;
    }

    private static string? Specification(FhirNode statement) =>
        statement.Child("version").Value is { Length: > 0 } version ? $"(GP Connect {version})" : null;
}
