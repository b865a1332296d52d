using System.Text.Json.Nodes;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>What the expressions of rules know beside the resource.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>%target</c>: <c>url</c> (service root), <c>asid</c>, <c>version</c> (of the specification, as the provider's capability statement gives it).</item>
/// <item><c>%practice</c>: <c>odsCode</c>.</item>
/// <item><c>%request</c>: <c>method</c>, <c>url</c>, <c>interaction</c>, <c>parameter</c> (each with <c>name</c> and <c>value</c>, decoded;
/// <c>system</c> and <c>code</c> too, where the value is a token of both).</item>
/// <item><c>%response</c>: <c>status</c>, <c>header</c> (each with <c>name</c>, in lower case, and <c>value</c>).</item>
/// </list>
/// </remarks>
internal sealed class RuleVariables
{
    private readonly FhirPathItem _target;
    private readonly FhirPathItem _practice;

    /// <param name="settings">The provider under test.</param>
    /// <param name="version">The version of the specification that it declares; null when that is not known.</param>
    public RuleVariables(TargetSettings settings, string? version)
    {
        _target = Item(new JsonObject
        {
            ["resourceType"] = "Target",
            ["url"] = settings.Roots.Foundations,
            ["asid"] = settings.ProviderAsid,
            ["version"] = version,
        });
        _practice = Item(new JsonObject { ["resourceType"] = "Practice", ["odsCode"] = settings.OdsCode });
    }

    public IReadOnlyDictionary<string, FhirPathItem> For(Answer answer) => new Dictionary<string, FhirPathItem>(StringComparer.Ordinal)
    {
        ["target"] = _target,
        ["practice"] = _practice,
        ["request"] = Item(Request(answer)),
        ["response"] = Item(Response(answer)),
    };

    private static JsonObject Request(Answer answer) => new()
    {
        ["resourceType"] = "Request",
        ["method"] = answer.Exchange.Request.Method,
        ["url"] = answer.Exchange.Request.Url,
        ["interaction"] = answer.Interaction.Id,
        ["parameter"] = Parameters(answer.Exchange.Request.Url),
    };

    private static JsonObject Response(Answer answer) => new()
    {
        ["resourceType"] = "Response",
        ["status"] = answer.Response.Status,
        ["header"] = Headers(answer.Response.Headers),
    };

    private static JsonArray? Parameters(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var parts = query < 0 ? [] : url[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? null : new JsonArray([.. parts.Select(Parameter)]);
    }

    private static JsonObject Parameter(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var value = equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..]);
        var parameter = new JsonObject { ["name"] = equals < 0 ? part : part[..equals], ["value"] = value };
        var bar = value.IndexOf('|', StringComparison.Ordinal);
        if (bar > 0 && bar < value.Length - 1)
        {
            parameter["system"] = value[..bar];
            parameter["code"] = value[(bar + 1)..];
        }

        return parameter;
    }

    private static JsonArray? Headers(IReadOnlyList<HeaderRecord> headers) => headers.Count == 0
        ? null
        : new JsonArray([.. headers.Select(header => new JsonObject { ["name"] = header.Name.ToLowerInvariant(), ["value"] = header.Value })]);

    /// <summary>FHIRPath walks documents, so that is what these facts become.</summary>
    private static FhirPathItem Item(JsonObject facts)
    {
        foreach (var name in facts.Where(fact => fact.Value is null).Select(fact => fact.Key).ToList())
        {
            facts.Remove(name);
        }

        return FhirPathItem.Of(FhirReader.Read(System.Text.Encoding.UTF8.GetBytes(facts.ToJsonString()), FhirFormat.Json).Root);
    }
}
