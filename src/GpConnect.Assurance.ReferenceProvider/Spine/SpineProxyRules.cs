using GpConnect.Assurance.ReferenceProvider.Api;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Spine;

/// <summary>What the proxy asks of a request before it hands it on.</summary>
internal sealed class SpineProxyRules(SpineDirectory directory)
{
    private static readonly HashSet<string> Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

    /// <returns>Null when the request may pass.</returns>
    public SpineProxyError? Refusal(HttpRequest request, string target)
    {
        if (!Methods.Contains(request.Method))
        {
            return SpineProxyError.MethodNotAllowed;
        }

        if (!IsFhir(request.Headers.Accept) || !IsFhir(request.Headers.ContentType))
        {
            return SpineProxyError.UnsupportedMediaType;
        }

        var interaction = Header(request, SspHeaders.InteractionId) ?? "";
        var (from, to) = (Header(request, SspHeaders.From), Header(request, SspHeaders.To));
        if (from is null || !directory.Systems(from).Any(sender => sender.InteractionIds.Contains(interaction)))
        {
            return SpineProxyError.SenderIsNotAuthorised(from);
        }

        var endpoints = to is null ? [] : directory.Systems(to).Select(receiver => directory.Endpoint(receiver.OdsCode, interaction)).OfType<MhsRecord>().ToList();
        if (endpoints.Count == 0)
        {
            return SpineProxyError.ReceiverIsNotAuthorised(to);
        }

        if (!directory.HasAgreement(from))
        {
            return SpineProxyError.NoAgreement(from, to!);
        }

        return endpoints.Exists(endpoint => target.StartsWith(endpoint.EndPoint + "/", StringComparison.Ordinal))
            ? null
            : SpineProxyError.TargetVaries(endpoints[0], target);
    }

    /// <summary>Nothing at all, anything, or JSON or XML.</summary>
    private static bool IsFhir(IEnumerable<string?> values)
    {
        var text = string.Join(',', values);
        return text.Length == 0 || text.Contains("json", StringComparison.OrdinalIgnoreCase) || text.Contains("xml", StringComparison.OrdinalIgnoreCase) || text.Contains("*/*", StringComparison.Ordinal);
    }

    private static string? Header(HttpRequest request, string name) => request.Headers[name] is [{ Length: > 0 } only] ? only : null;
}
