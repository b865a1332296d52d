using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Protocol;

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
            ? new ProbeResult(exchange, failure)
            : Read(exchange, exchange.Response!.Body, isProxied: context.Settings.Proxy.Spine is not null);
    }

    private static ProbeResult Read(Exchange exchange, ReadOnlyMemory<byte> body, bool isProxied)
    {
        if (FhirReader.Sniff(body.Span) is not { } format)
        {
            return new ProbeResult(exchange);
        }

        using var document = FhirReader.Read(body, format);
        if (document.IsReadable && isProxied && SpineProxyErrors.DisplayOf(document.Root, exchange.Response!.Status) is { } refusal)
        {
            return new ProbeResult(exchange, new ExchangeFailure(ExchangeFailureKind.Unreachable, $"The Spine Secure Proxy refuses to hand the request on: {refusal}."));
        }

        if (!document.IsReadable || document.Root.ResourceType != "CapabilityStatement")
        {
            return new ProbeResult(exchange);
        }

        var version = document.Root.Child("version").Value is { Length: > 0 } declared ? declared : null;
        return new ProbeResult(exchange, Failure: null, SoftwareOf(document.Root, version), version);
    }

    private static string? SoftwareOf(FhirNode statement, string? version)
    {
        var software = statement.Child("software");
        var parts = new[] { software.Child("name").Value, software.Child("version").Value, version is null ? null : $"(GP Connect {version})" };
        var known = string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
        return known.Length == 0 ? null : known;
    }
}
